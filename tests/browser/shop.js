// The website of a shop of somebody else, whose policy lets its browser load nothing but what it names: of itself,
// and of Sluis.
import http from 'node:http';

// `tags` gives what a page has besides its heading, by its address.
export function serveShop(sluis, tags) {
  const policy = [
    "default-src 'none'",
    `script-src ${sluis}`,
    `frame-src ${sluis}`,
    `connect-src ${sluis}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'img-src data:',
  ].join('; ');
  const page = `<!doctype html><html lang="nl"><title>Winkel</title><link rel="icon" href="data:,"><h1>Lampen</h1>
    <a href="/verder">Verder</a><script defer src="${sluis}/w.js"></script>`;
  const server = http.createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy);
    response.end(`${page}${tags(request.url)}</html>`);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, origin: `http://127.0.0.1:${server.address().port}` }));
  });
}
