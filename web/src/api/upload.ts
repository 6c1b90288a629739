// Sends the bytes of a file and tells how far it is, which fetch cannot.
import { currentLanguage } from '~/texts';
import { noConnection, Problem, problemIn } from './problem';

export interface Upload<T> {
  answer: Promise<T>;
  stop: () => void;
}

const headersOf = (request: XMLHttpRequest) =>
  new Headers(
    request
      .getAllResponseHeaders()
      .trim()
      .split('\r\n')
      .map((line): [string, string] => {
        const [name = '', ...value] = line.split(': ');
        return [name, value.join(': ')];
      })
      .filter(([name]) => name !== ''),
  );

const stopped = () => new Problem('', 'stopped', 0, false);

export function upload<T>(
  address: string,
  bytes: Blob,
  onSent: (sent: number) => void,
): Upload<T> {
  const request = new XMLHttpRequest();
  const answer = new Promise<T>((resolve, reject) => {
    request.open('POST', address);
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      onSent(event.loaded);
    });
    request.addEventListener('load', () => {
      const { status, responseText: text } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(text) as T);
      else void problemIn(new Response(text, { status, headers: headersOf(request) })).then(reject);
    });
    request.addEventListener('error', () => {
      reject(noConnection());
    });
    request.addEventListener('abort', () => {
      reject(stopped());
    });
    request.send(bytes);
  });
  return {
    answer,
    stop: () => {
      request.abort();
    },
  };
}
