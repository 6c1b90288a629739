// Runs before the first paint: the chosen colours and language, so that nothing flashes.
(() => {
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const scheme = stored('mantine-color-scheme-value');
  const dark =
    scheme === 'dark' ||
    (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  const language = stored('sluis.language') ?? navigator.language;
  root.lang = language.startsWith('nl') ? 'nl' : 'en';
})();
