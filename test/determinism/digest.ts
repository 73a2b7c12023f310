/** A page that does nothing but work out fingerprints when it is asked to. */
import { fingerprint } from "./fingerprint.ts";

declare global {
  interface Window {
    fingerprint: typeof fingerprint;
  }
}

window.fingerprint = fingerprint;
document.title = "ready";
