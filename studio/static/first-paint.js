// Applies the chosen theme, language and direction before the first paint, so that nothing flashes.
(() => {
  const root = document.documentElement;
  const theme = localStorage.getItem('aubade:theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const language = localStorage.getItem('aubade:language');
  if (language) {
    root.lang = language;
    root.dir = language === 'fa' ? 'rtl' : 'ltr';
  }
})();
