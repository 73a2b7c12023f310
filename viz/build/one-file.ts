/**
 * The page as one HTML file for a disk: every script and style inside, workers included, under a policy that lets nothing else
 * run and nothing out. A worker is started from a text in the page (a blob), since a file on a disk may not load another.
 */
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { hashOf, withPolicy } from "./policy.ts";

/** In place of the worker that is a file of its own: a function that starts one from its text. */
export const workersInside = {
  find: /^.*\/new-worker\.ts$/,
  replacement: `${fileURLToPath(new URL("../worker.ts", import.meta.url))}?worker&inline`,
};

export function oneFile(fileName: string): Plugin {
  return {
    name: "one-file",
    generateBundle: {
      // After all other plugins have had their say about the chunks.
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("the build made no index.html");
        let html = String(page.source);
        const scripts: string[] = [];
        const styles: string[] = [];
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === "chunk") {
            const code = quoted(file.code.trim());
            scripts.push(hashOf(code));
            html = swap(html, new RegExp(`<script[^>]*src="[^"]*${literal(name)}"[^>]*></script>`), "");
            html = swap(html, /<\/body>/, `<script type="module">${code}</script></body>`);
          } else if (name.endsWith(".css")) {
            const css = String(file.source).trim();
            styles.push(hashOf(css));
            html = swap(html, new RegExp(`<link[^>]*href="[^"]*${literal(name)}"[^>]*>`), `<style>${css}</style>`);
          } else continue;
          delete bundle[name];
        }
        delete bundle["index.html"];
        const left = Object.keys(bundle);
        if (left.length > 0) throw new Error(`files that are not inside the one file: ${left.join(", ")}`);
        const allowed = { scripts: scripts.join(" "), styles: styles.join(" "), workers: "blob:", own: "'none'" };
        this.emitFile({
          type: "asset",
          fileName,
          source: withPolicy(html, { ...allowed, scripts: `${allowed.scripts} blob:` }),
        });
      },
    },
  };
}

/** Code in which nothing looks like the end of the script it stands in, or like a comment of HTML. */
const quoted = (code: string): string => code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

const literal = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** As `replace`, once, with a text that is taken as it is; demands that there is something to replace. */
function swap(html: string, what: RegExp, by: string): string {
  if (!what.test(html)) throw new Error(`index.html has nothing like ${what.source}`);
  return html.replace(what, () => by);
}
