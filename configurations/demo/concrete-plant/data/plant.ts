/** Where things lie. */
export type Place = 'rawYard' | 'finished' | 'siteB';

/**
 * The stock the generator believes in, in thousandths of each item's unit. It never gives more than it has, so every
 * document made from its answers can be posted.
 */
export interface Plant {
  readonly on: (place: Place, item: string) => number;
  readonly add: (place: Place, item: string, thousandths: number) => void;
  /** Takes what is wanted or what is there, whichever is less; answers how much that was. */
  readonly take: (place: Place, item: string, wanted: number) => number;
}

export function plant(): Plant {
  const stock = new Map<string, number>();
  const key = (place: Place, item: string): string => `${place} ${item}`;
  const on = (place: Place, item: string): number => stock.get(key(place, item)) ?? 0;
  const add = (place: Place, item: string, thousandths: number): void => {
    stock.set(key(place, item), on(place, item) + thousandths);
  };
  return {
    on,
    add,
    take: (place, item, wanted) => {
      const taken = Math.max(0, Math.min(wanted, on(place, item)));
      add(place, item, -taken);
      return taken;
    },
  };
}
