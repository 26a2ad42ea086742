// The floor: what printing costs with nothing but Puppeteer. Loads finished HTML files and prints them.
// Usage: node bench/floor.mjs PAGES OUTPUT-FOLDER FILE...   (CHROME_PATH names the browser)
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';

const [pages, folder, ...files] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH,
  headless: 'shell',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const queue = [...files];
const worker = async () => {
  const page = await browser.newPage();
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const name = `${basename(file, '.html')}.pdf`;
    await page.pdf({ path: join(folder, name), preferCSSPageSize: true, printBackground: true, outline: true });
  }
};
await Promise.all(Array.from({ length: Number(pages) }, worker));
await browser.close();
