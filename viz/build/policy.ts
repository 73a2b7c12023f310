/** The Content-Security-Policy of the built page: nothing runs, loads or is sent but what is in it. */
import { createHash } from "node:crypto";

interface Allowed {
  readonly scripts: string;
  readonly styles: string;
  readonly workers: string;
  /** What a service worker may fetch, and what the browser may read of the page as an application. */
  readonly own: string;
}

export function withPolicy(html: string, { scripts, styles, workers, own }: Allowed): string {
  const rules = [
    "default-src 'none'",
    `script-src ${scripts}`,
    `worker-src ${workers}`,
    `style-src ${styles}`,
    `connect-src ${own}`,
    `manifest-src ${own}`,
    `img-src ${own === "'none'" ? "" : `${own} `}data: blob:`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const mark = '<meta charset="utf-8" />';
  if (!html.includes(mark)) throw new Error(`index.html has no ${mark}, after which the policy must stand`);
  return html.replace(mark, `${mark}\n    <meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}" />`);
}

/** The hash of what stands between the tags, as the browser works it out. */
export const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
