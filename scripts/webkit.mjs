import { existsSync, readdirSync } from 'node:fs';

const driver = '/usr/bin/WebKitWebDriver';
const port = 47_771;
const keys = { PageDown: '\uE00F' };

/** WebKit by plain WebDriver, with the few calls of Puppeteer that the browser test makes. */
export async function startWebKit(spawn) {
  const shell = readdirSync('/usr/lib')
    .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
  if (!existsSync(driver) || !shell || !process.env.DISPLAY) return undefined;
  const server = spawn(driver, ['-p', String(port)], { stdio: 'ignore' });
  await new Promise((done) => setTimeout(done, 1500));
  const options = { binary: shell, args: ['--automation'] };
  const { sessionId, capabilities } = await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const at = (path, body, method = 'POST') => call(method, `/session/${sessionId}${path}`, body);
  const press = (value) =>
    at('/actions', {
      actions: [{ type: 'key', id: 'keys', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value })) }],
    });
  const page = {
    goto: (url) => at('/url', { url }),
    evaluate: (expression) => at('/execute/sync', { script: `return (${expression})`, args: [] }),
    screenshot: async () => Buffer.from(await at('/screenshot', undefined, 'GET'), 'base64'),
    keyboard: { press: (key) => press(keys[key] ?? key) },
    close: async () => undefined,
  };
  return {
    version: async () => capabilities.browserVersion,
    newPage: async () => page,
    close: async () => {
      await at('', undefined, 'DELETE');
      server.kill();
    },
  };
}

async function call(method, path, body) {
  const headers = { 'content-type': 'application/json' };
  const request = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  const { value } = await (await fetch(`http://127.0.0.1:${port}${path}`, request)).json();
  if (value?.error) throw new Error(`${path}: ${value.message}`);
  return value;
}
