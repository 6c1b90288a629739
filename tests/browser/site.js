// A real `sluis serve` with a fresh data folder and the built web app, and people who work on it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.SLUIS_PROGRAM ?? `${root}build/release/sluis`;
const startMs = 30_000;

export const password = 'sluizen zijn geduldig';

export class Site {
  // Serves on a free port, or again on the one that is given.
  static async start({ port = 0, data } = {}) {
    const site = new Site();
    site.data = data ?? (await mkdtemp(path.join(os.tmpdir(), 'sluis-browser.')));
    await site.serve(port);
    return site;
  }

  async serve(port) {
    const options = ['serve', '--data', this.data, '--listen', `127.0.0.1:${port}`];
    this.process = spawn(program, [...options, '--web', `${root}web/dist`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.printed = '';
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.on('data', (bytes) => (this.printed += bytes));
    }
    this.process.once('error', (error) => (this.printed += String(error)));
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
    const [address] = await this.sees(/https?:\/\/127\.0\.0\.1:\d+/);
    this.address = address;
    this.port = Number(new URL(address).port);
  }

  // Waits until the server has printed something of this form.
  sees(form) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = form.exec(this.printed);
        if (found) done(() => resolve(found));
      };
      const fail = () => done(() => reject(new Error(`the server never printed ${form}:\n${this.printed}`)));
      const done = (end) => {
        clearTimeout(timer);
        this.process.stdout.off('data', look);
        this.process.off('exit', fail);
        this.process.off('error', fail);
        end();
      };
      const timer = setTimeout(fail, startMs);
      this.process.stdout.on('data', look);
      this.process.once('exit', fail);
      this.process.once('error', fail);
      look();
    });
  }

  async setupLink() {
    const [link] = await this.sees(/https?:\/\/\S+\/setup#[\w-]+/);
    return link;
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
  }

  // Stopped for a while, as in an upgrade or a cut line.
  async restart() {
    await this.serve(this.port);
  }

  async remove() {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }

  // A request as a browser would send it; gives status, body and headers.
  ask(method, where, { body, cookie, headers = {} } = {}) {
    const type = body === undefined ? undefined : 'application/json';
    return this.send(method, where, body && JSON.stringify(body), { cookie, headers, type });
  }

  // The same with a body as it is.
  async send(method, where, body, { cookie, type, headers = {} } = {}) {
    const response = await fetch(this.address + where, {
      method,
      headers: {
        Origin: this.address,
        ...(type ? { 'Content-Type': type } : {}),
        ...(cookie ? { Cookie: cookie } : {}),
        ...headers,
      },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
    return { headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }

  // Makes the company and its first administrator; gives that person's cookie.
  async setUp({ company = 'Van Dalen Wonen', name = 'Mila Koster', language = 'nl' } = {}) {
    const token = new URL(await this.setupLink()).hash.slice(1);
    const email = 'mila@example.com';
    const made = await this.ask('POST', '/api/v1/access/setup', {
      body: { token, name, email, password, language },
    });
    const cookie = cookieOf(made.headers);
    const { headers } = await this.ask('GET', '/api/v1/company', { cookie });
    await this.ask('PUT', '/api/v1/company', {
      cookie,
      headers: { 'If-Match': headers.get('ETag') },
      body: { name: company, zone: 'Europe/Amsterdam', currency: 'EUR', language: 'nl' },
    });
    return { cookie, email, name };
  }
}

// Channels as the template chooser makes them.
export const addChannels = async (site, { cookie }, templates) =>
  (
    await site.ask('POST', '/api/v1/channels/templates', {
      cookie,
      headers: { 'Accept-Language': 'nl' },
      body: { templates },
    })
  ).body.items;

export const cookieOf = (headers) => headers.getSetCookie()[0].split(';')[0];

// Somebody with a role, who has chosen a password; gives that person's cookie.
export async function join(site, { cookie }, { name, roles, ...rights }) {
  const email = `${name.split(' ')[0].toLowerCase()}@example.com`;
  const body = { name, email, language: 'nl', roles, ...rights };
  const invited = (await site.ask('POST', '/api/v1/access/users', { cookie, body })).body;
  const token = invited.link.path.split('#')[1];
  const { headers } = await site.ask('POST', '/api/v1/access/password', { body: { token, password } });
  return cookieOf(headers);
}
