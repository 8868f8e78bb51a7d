// Opens every page of a folder in a browser, at two widths, light and dark, and
// fails on an error, a request, an overflow or a weak contrast.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const [pages, pictures] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const faults = [];

// look returns what is wrong with the page as it is drawn.
function look() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`overflow: ${root.scrollWidth} of ${root.clientWidth} px`);
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = s => s.match(/[\d.]+/g).map(Number);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const least = {};
  for (const e of document.querySelectorAll('h1,h2,h3,p,li,a,td,th,small,figcaption,strong,svg text')) {
    if (!e.textContent.trim()) continue;
    const style = getComputedStyle(e);
    const a = light(parse(e.closest('svg') ? style.fill : style.color)), b = light(behind(e));
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const name = e.tagName.toLowerCase();
    if (contrast < 4.5 && !(least[name] <= contrast)) least[name] = contrast;
  }
  for (const [name, c] of Object.entries(least)) found.push(`contrast of ${name}: ${c.toFixed(2)}`);
  for (const svg of document.querySelectorAll('svg')) {
    const box = svg.getBoundingClientRect();
    for (const t of svg.querySelectorAll('text')) {
      const r = t.getBoundingClientRect();
      if (r.left < box.left - 1 || r.right > box.right + 1) found.push(`cut in a drawing: ${t.textContent}`);
    }
  }
  return found;
}

for (const file of readdirSync(pages).sort()) {
  for (const width of [1280, 390]) {
    for (const scheme of ['light', 'dark']) {
      const page = await browser.newPage();
      const say = text => faults.push(`${file} at ${width} px, ${scheme}: ${text}`);
      page.on('console', m => say(`console: ${m.text()}`));
      page.on('pageerror', e => say(`error: ${e.message}`));
      page.on('request', r => { if (!/^(file|data):/.test(r.url())) say(`request: ${r.url()}`); });
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto('file://' + resolve(pages, file));
      for (const text of await page.evaluate(look)) say(text);
      if (file === 'portfolio.html' || file === 'first-idea.html') await page.screenshot({ path: join(pictures, `${file}-${width}-${scheme}.png`) });
      await page.close();
    }
  }
}
await browser.close();
for (const f of faults) console.error(f);
console.log(`${readdirSync(pages).length} pages, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
