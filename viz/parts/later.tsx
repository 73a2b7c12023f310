/** Views that are loaded when they are first looked at, so that the page opens sooner. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { View, ViewProps } from "../view.ts";

export interface Later {
  readonly view: View;
  /** Loads it before anybody asks. */
  readonly load: () => Promise<unknown>;
}

export function later(load: () => Promise<View>): Later {
  let known: View | undefined;
  let loading: Promise<void> | undefined;
  const begin = async (): Promise<void> => {
    loading ??= load().then((view) => void (known = view));
    try {
      await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  const view = (props: ViewProps): JSX.Element => {
    const [words, tell] = useState("Opening…");
    useEffect(() => {
      let current = true;
      const say = (text: string) => () => current && tell(text);
      begin().then(say(""), say("This part of the page could not be loaded. Your work is kept: load the page anew."));
      return () => {
        current = false;
      };
    }, []);
    const Known = known;
    return Known === undefined ? <p role="status">{words}</p> : <Known {...props} />;
  };
  return { view, load: begin };
}
