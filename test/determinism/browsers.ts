/** Chromium, Firefox and WebKit: each found and driven in its own way, and made to look alike. */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { launch as launchFirefox } from "puppeteer-core";
import { browserPath, launch as launchChromium } from "../page/browser.ts";

export interface Page {
  /** Name and version of the browser. */
  readonly browser: string;
  /** Runs the body of an async function in the page, and gives what it returns. */
  run<T>(body: string): Promise<T>;
  close(): Promise<void>;
}

export interface Browser {
  readonly name: string;
  /** Debian's packages that bring it. */
  readonly packages: string;
  /** The programs it needs; undefined where one is missing. */
  readonly find: () => readonly string[] | undefined;
  /** Opens the address of the page, with the programs found. */
  readonly open: (address: string, programs: readonly string[]) => Promise<Page>;
}

export const browsers: readonly Browser[] = [
  {
    name: "Chromium",
    packages: "chromium",
    find: findChromium,
    open: openChromium,
  },
  {
    name: "Firefox",
    packages: "firefox-esr",
    find: () => all([onPath("firefox-esr", "firefox")]),
    open: openFirefox,
  },
  {
    name: "WebKit",
    packages: "webkit2gtk-driver xvfb xauth dbus",
    find: () =>
      all([miniBrowser(), ...["WebKitWebDriver", "xvfb-run", "dbus-run-session"].map((name) => onPath(name))]),
    open: openWebKit,
  },
];

function findChromium(): readonly string[] | undefined {
  try {
    return [browserPath()];
  } catch {
    return undefined;
  }
}

async function openChromium(address: string): Promise<Page> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(address);
  return {
    browser: `Chromium ${browser.version()}`,
    run: (body) => page.evaluate(asFunction(body)),
    close: () => browser.close(),
  };
}

async function openFirefox(address: string, [executablePath]: readonly string[]): Promise<Page> {
  // Without this the driver relaxes what a file on a disk may load.
  const extraPrefsFirefox = { "security.fileuri.strict_origin_policy": true };
  const options = { browser: "firefox", executablePath: executablePath!, headless: true, extraPrefsFirefox } as const;
  const browser = await launchFirefox(options);
  const page = await browser.newPage();
  await page.goto(address);
  return {
    browser: await browser.version(),
    run: <T>(body: string) => page.evaluate(asFunction(body)) as Promise<T>,
    close: () => browser.close(),
  };
}

const asFunction = (body: string): string => `(async () => {${body}})()`;

/** Speaks the WebDriver protocol (W3C) with WebKitGTK's driver, which shows its browser on a screen of its own. */
async function openWebKit(address: string, [binary, driver, xvfb, dbus]: readonly string[]): Promise<Page> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const screen = ["-a", "-s", "-screen 0 1280x900x24", dbus!, "--", driver!, `--port=${port}`];
  const child = spawn(xvfb!, screen, {
    detached: true,
    stdio: "ignore",
    env: {
      ...process.env,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
  });
  try {
    await answering(`${base}/status`, child);
    const capabilities = {
      alwaysMatch: {
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary, args: ["--automation"] },
        timeouts: { script: 300_000 },
      },
    };
    const opened = await command<Session>(`${base}/session`, { capabilities });
    const session = `${base}/session/${opened.sessionId}`;
    await command(`${session}/url`, { url: address });
    return {
      browser: `WebKit ${opened.capabilities.browserVersion}`,
      run: async <T>(body: string) => {
        const script = `const done = arguments[0];
          ${asFunction(body)}.then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const answer = await command<{ value: T; error?: string }>(`${session}/execute/async`, { script, args: [] });
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer.value;
      },
      close: async () => {
        await fetch(session, { method: "DELETE" });
        stop(child);
      },
    };
  } catch (error) {
    stop(child);
    throw error;
  }
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

async function command<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const { value } = (await response.json()) as { value: T };
  if (!response.ok) throw new Error(`WebDriver: ${JSON.stringify(value)}`);
  return value;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 120 && child.exitCode === null; tries++) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("WebKit's driver does not answer");
}

/** Ends the driver, its screen and its browser. */
function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid);
  } catch {
    // They have ended by themselves.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

const all = (programs: readonly (string | undefined)[]): readonly string[] | undefined =>
  programs.every((program) => program !== undefined) ? programs : undefined;

/** The first of these programs that can be run. */
function onPath(...names: string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** WebKitGTK's browser is not on the path: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser and the like. */
function miniBrowser(): string | undefined {
  const lib = "/usr/lib";
  if (!existsSync(lib)) return undefined;
  const machines = readdirSync(lib).filter((name) => name.includes("-linux-"));
  const folders = machines.flatMap((machine) =>
    readdirSync(join(lib, machine))
      .filter((name) => name.startsWith("webkit"))
      .map((name) => join(lib, machine, name)),
  );
  return folders.map((folder) => join(folder, "MiniBrowser")).find(canRun);
}
