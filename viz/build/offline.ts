/** Makes the served page one that can be installed and works without a network: a manifest, an icon, a service worker, a policy. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { transformWithOxc, type Plugin } from "vite";
import { withPolicy } from "./policy.ts";

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#003087"/><path d="M10 32h16m12 0h16" stroke="#fff" stroke-width="8" stroke-linecap="round"/><circle cx="32" cy="32" r="5" fill="#d55e00"/></svg>`;

const manifest = {
  name: "caregap",
  short_name: "caregap",
  description: "Try a different design of mental health services before you pay for it",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#003087",
  icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml" }],
};

const allowed = { scripts: "'self'", styles: "'self'", workers: "'self'", own: "'self'" };

export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    transformIndexHtml: {
      order: "pre",
      handler: () => [
        { tag: "link", attrs: { rel: "manifest", href: "./manifest.webmanifest" }, injectTo: "head" },
        { tag: "script", attrs: { type: "module", src: "/viz/offline/register.ts" }, injectTo: "head" },
      ],
    },
    async generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type === "asset") page.source = withPolicy(String(page.source), allowed);
      const parts = { "icon.svg": icon, "manifest.webmanifest": JSON.stringify(manifest) };
      for (const [fileName, source] of Object.entries(parts)) this.emitFile({ type: "asset", fileName, source });
      const names = [...new Set([...Object.keys(bundle), ...Object.keys(parts)])].toSorted();
      const version = createHash("sha256");
      for (const name of names) {
        const file = bundle[name];
        version.update(
          `${name} ${file === undefined ? "" : file.type === "chunk" ? file.code : String(file.source)}\n`,
        );
      }
      const url = new URL("../offline/service-worker.ts", import.meta.url);
      const { code } = await transformWithOxc(readFileSync(url, "utf8"), "service-worker.ts");
      const files = JSON.stringify(["./", ...names.filter((name) => name !== "index.html")]);
      const known = `const version = ${JSON.stringify(version.digest("hex").slice(0, 16))};\nconst files = ${files};\n`;
      this.emitFile({
        type: "asset",
        fileName: "service-worker.js",
        source: known + code.replace(/^export \{\};?$/m, ""),
      });
    },
  };
}
