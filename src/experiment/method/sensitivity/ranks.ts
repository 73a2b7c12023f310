/** Ranks, equal values sharing the mean of theirs. */

/** From 1 for the smallest. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).toSorted((i, j) => values[i]! - values[j]!);
  const found = Array.from<number>({ length: values.length });
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let place = from; place < to; place++) found[order[place]!] = (from + 1 + to) / 2;
    from = to;
  }
  return found;
}
