// Opens a page from the disk in a headless Chromium, on a phone and on a desktop, light and dark, and lets axe-core look over it:
// node page_in_browser.mjs NODE_MODULES PAGE. Prints what is wrong, a line each, and ends with 1; prints nothing and ends with 0 when all is well.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, file] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { chromium } = require(`${modules}/playwright-core`);
const axe = readFileSync(`${modules}/axe-core/axe.min.js`, 'utf8');
const mostBytes = 8_000_000, mostMilliseconds = 1000;
const faults = [];
const size = statSync(file).size;
if (size > mostBytes) faults.push(`${size} bytes`);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
    for (const [width, colorScheme] of [[390, 'dark'], [1280, 'light'], [1280, 'dark'], [390, 'light']]) {
        const at = fault => faults.push(`${width} pixels, ${colorScheme}: ${fault}`);
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        page.on('console', message => at(message.text()));
        page.on('request', request => /^(file|data):/.test(request.url()) || at(`asks for ${request.url()}`));
        await page.goto(pathToFileURL(file).href);
        const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime).then(p => p.jsonValue());
        if (paint > mostMilliseconds) at(`first paint after ${paint} ms`);
        await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) at(`${over} pixels wider than the screen`);
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(() => axe.run());
        if (passes.length === 0) at('axe-core checked nothing');
        for (const { id, help, nodes } of violations) at(`${id} (${help}): ${nodes.map(n => n.html.slice(0, 150)).slice(0, 3).join(' | ')}`);
        await page.close();
    }
} finally {
    await browser.close();
}
faults.forEach(fault => console.log(fault));
process.exitCode = faults.length > 0 ? 1 : 0;
