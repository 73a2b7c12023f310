/** Titles of numbers in one list, told apart where several are called the same: by the service or group that each is of. */

interface Titled {
  readonly path: string;
  readonly title: string;
}

/** By path. A title that only one of them has stays as it is; one without a title is called by its path. */
export function titlesApart(all: readonly Titled[]): ReadonlyMap<string, string> {
  const plain = ({ path, title }: Titled): string => title || path;
  const placed = (one: Titled): string => {
    const where = placeIn(one.path);
    return where === "" ? plain(one) : `${plain(one)} (${where})`;
  };
  const once = (name: (one: Titled) => string) => {
    const counts = new Map<string, number>();
    for (const one of all) counts.set(name(one), (counts.get(name(one)) ?? 0) + 1);
    return (one: Titled): boolean => counts.get(name(one)) === 1;
  };
  const [isPlain, isPlaced] = [once(plain), once(placed)];
  const named = (one: Titled): string =>
    isPlain(one) ? plain(one) : isPlaced(one) ? placed(one) : `${plain(one)} (${one.path})`;
  return new Map(all.map((one) => [one.path, named(one)]));
}

/** `IAPT: therapy` of `services.IAPT.programmes.therapy.sessions_mean`, `group pd` of `population.groups.pd.need`; "" where there is none. */
export function placeIn(path: string): string {
  const inside = (folder: string): string | undefined =>
    new RegExp(`(?:^|\\.)${folder}(?:\\.([^.[]+)|\\["((?:[^"\\\\]|\\\\.)*)"\\])`).exec(path)?.slice(1).find(Boolean);
  const [service, part, group] = [inside("services"), inside("programmes") ?? inside("staff"), inside("groups")];
  const ofGroup = group === undefined ? undefined : `group ${group}`;
  const ofService = service === undefined ? undefined : part === undefined ? service : `${service}: ${part}`;
  return [ofService, ofGroup].filter((one) => one !== undefined).join(", ");
}
