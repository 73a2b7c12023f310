/** Runs replications off the page's thread. Nothing is decided here: see src/experiment/worker.ts. */
import { serve } from "../src/index.ts";

serve({
  post: (message) => postMessage(message),
  onMessage: (listener) => addEventListener("message", ({ data }: MessageEvent<unknown>) => listener(data)),
});
