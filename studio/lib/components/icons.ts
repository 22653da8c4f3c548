interface Icon {
  readonly path: string;
  /** Points somewhere, so it turns with the direction of writing. */
  readonly mirrored?: true;
}

/** Outlines on a 16 by 16 grid. */
const outlines = {
  add: { path: 'M8 3v10M3 8h10' },
  back: { path: 'M10 3.5 5.5 8l4.5 4.5', mirrored: true },
  forward: { path: 'M6 3.5 10.5 8 6 12.5', mirrored: true },
  down: { path: 'M3.5 6 8 10.5 12.5 6' },
  up: { path: 'M3.5 10 8 5.5l4.5 4.5' },
  close: { path: 'm4 4 8 8M12 4l-8 8' },
  search: { path: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 14 14', mirrored: true },
  filter: { path: 'M2.5 4h11M4.5 8h7M6.5 12h3' },
  more: { path: 'M3 8h.01M8 8h.01M13 8h.01' },
  check: { path: 'm3 8.5 3.2 3.2L13 4.8' },
  folder: { path: 'M2 12.5v-9h4l1.5 2H14v7H2Z', mirrored: true },
  home: { path: 'M2.5 7.5 8 3l5.5 4.5M4 6.8V13h8V6.8' },
  menu: { path: 'M2.5 4h11M2.5 8h11M2.5 12h11' },
  list: { path: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01', mirrored: true },
  register: { path: 'M2.5 3h11v10h-11zM2.5 6.5h11M2.5 9.8h11M6.5 6.5V13' },
  document: { path: 'M4 2h5l3 3v9H4V2ZM9 2v3h3M6 8h4M6 11h4' },
  open: { path: 'M6.5 3.5H3v9.5h9.5V9.5M9 3h4v4M13 3 7.5 8.5', mirrored: true },
  calendar: { path: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5' },
  chart: { path: 'M3 13V8M8 13V3M13 13V6' },
  user: { path: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8ZM2.8 13.8c.6-2.6 2.7-4 5.2-4s4.6 1.4 5.2 4' },
  settings: { path: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 3v3M6 10v3' },
  columns: { path: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10' },
  trash: { path: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5' },
  copy: { path: 'M5.5 5.5V3H13v7.5h-2.5M3 5.5h7.5V13H3z' },
  tree: { path: 'M3 3v9.5h3M3 6.5h3M8.5 6.5H13M8.5 12.5H13', mirrored: true },
  upload: { path: 'M8 10.5v-7M5 6l3-3 3 3M3 12.5h10' },
  download: { path: 'M8 3v7M5 7.5l3 3 3-3M3 12.5h10' },
  refresh: { path: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3', mirrored: true },
  warning: { path: 'M8 2.5 14.5 13h-13L8 2.5ZM8 6.5v3M8 11.4h.01' },
  clock: { path: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.5' },
  star: { path: 'm8 2.5 1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11.3l-3.5 1.9.8-3.9L2.4 6.6l3.9-.5L8 2.5Z' },
  signOut: { path: 'M6.5 3H3v10h3.5M7 8h6.5M11 5.5 13.5 8 11 10.5', mirrored: true },
} as const satisfies Record<string, Icon>;

export type IconName = keyof typeof outlines;

/** Every icon by name. */
export const icons: Readonly<Record<IconName, Icon>> = outlines;
