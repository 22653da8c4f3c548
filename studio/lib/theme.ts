/** How the screen is lit: as the system says, or as the user chose. */
export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'aubade:theme';

/** The theme in use. */
export function chosenTheme(): Theme {
  const stored = localStorage.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Switches the screen and remembers it on this computer. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') {
    localStorage.removeItem(storageKey);
    delete root.dataset.theme;
    return;
  }
  localStorage.setItem(storageKey, theme);
  root.dataset.theme = theme;
}
