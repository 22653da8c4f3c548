/**
 * The circles in a graph of names: each is found once, and begins with the name that comes first in `names`.
 * Circles that share a name with one already found may be left out; mending the first shows the next.
 */
export function circles(names: Iterable<string>, next: (name: string) => Iterable<string>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];

  function visit(name: string): void {
    const start = trail.indexOf(name);
    if (start >= 0) found.push([...trail.slice(start), name]);
    if (start >= 0 || done.has(name)) return;
    trail.push(name);
    for (const following of next(name)) visit(following);
    trail.pop();
    done.add(name);
  }

  for (const name of names) visit(name);
  return found;
}

/** 'A → B → A' */
export function circleText(circle: readonly string[]): string {
  return circle.join(' → ');
}
