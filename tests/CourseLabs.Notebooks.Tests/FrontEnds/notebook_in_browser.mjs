// Opens a notebook in Jupyter Notebook in a headless Chromium and runs all its cells:
// node notebook_in_browser.mjs PLAYWRIGHT-CORE ROOT NAME PICTURE. Prints what the page shows, as JSON.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const [playwright, root, name, picture] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(playwright);
const port = 20000 + (process.pid % 20000), token = 'courselabs';
const address = `http://127.0.0.1:${port}`;
const server = spawn('jupyter-notebook', ['--no-browser', '--allow-root', '--ip=127.0.0.1', `--port=${port}`, '--port-retries=0',
    `--NotebookApp.token=${token}`], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
let browser;
try {
    for (let tries = 0; ; tries++) {
        if (await fetch(`${address}/api?token=${token}`).then(r => r.ok, () => false)) break;
        if (tries === 120) throw new Error('Jupyter Notebook did not start within a minute.');
        await new Promise(done => setTimeout(done, 500));
    }
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width: 1200, height: 1600 } });
    await page.goto(`${address}/notebooks/notebooks/${name}.ipynb?token=${token}`);
    await page.waitForFunction(() => window.Jupyter?.notebook?._fully_loaded && Jupyter.notebook.kernel?.is_connected(), null, { timeout: 120000 });
    await page.evaluate(() => { Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells(); });
    const all = 'Jupyter.notebook.get_cells().filter(c => c.cell_type === "code")';
    await page.waitForFunction(`${all}.every(c => Number.isInteger(c.input_prompt_number))`, null, { timeout: 300000 });
    const shown = await page.evaluate(`({
        cells: ${all}.length,
        errors: [...document.querySelectorAll('.output_error, .output_stderr')].map(e => e.innerText),
        pictures: [...document.querySelectorAll('.output_html img')].filter(e => e.getBoundingClientRect().width > 50).length,
        formulas: document.querySelectorAll('.text_cell_render .MathJax, .text_cell_render mjx-container').length,
        kernel: Jupyter.notebook.kernel.name,
    })`);
    await page.evaluate(() => document.querySelector('.output_html img')?.scrollIntoView());
    await page.screenshot({ path: picture });
    console.log(JSON.stringify(shown));
} finally {
    await browser?.close();
    server.kill();
}
