/** Prints what a visitor has to load, compressed: the page itself, and what comes only when it is asked for. */
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

export function size(): Plugin {
  return {
    name: "size",
    enforce: "post",
    apply: "build",
    writeBundle(_, bundle) {
      const text = (name: string): string => {
        const file = bundle[name]!;
        return file.type === "chunk" ? file.code : String(file.source);
      };
      const compressed = (names: readonly string[]): string =>
        `${Math.round(names.reduce((sum, name) => sum + gzipSync(text(name)).length, 0) / 1_000)} kB`;
      const html = Object.keys(bundle).filter((name) => name.endsWith(".html"));
      const named = html.map(text).join("");
      const first = new Set(html);
      const need = (name: string): void => {
        if (first.has(name)) return;
        first.add(name);
        const file = bundle[name];
        if (file?.type === "chunk") file.imports.forEach(need);
      };
      for (const name of Object.keys(bundle)) if (named.includes(`/${name}"`)) need(name);
      const all = Object.keys(bundle).filter((name) => !name.endsWith(".map"));
      const later = all.filter((name) => !first.has(name));
      this.info(`page ${compressed([...first])} compressed, ${compressed(later)} more when asked for`);
    },
  };
}
