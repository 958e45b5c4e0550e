/* Lighthouse on one page of each type of a built site, as a phone and as a desk sees it: `make lighthouse`.

     node run.mjs SITE [START]      START: only pages whose address begins with it

   Accessibility, best practices and SEO must be at 100; what keeps a page below is listed. Speed is not asked
   here: it depends on the machine, and tests/browser/test_weight.py counts what it comes from. */

import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import desktop from "lighthouse/core/config/desktop-config.js";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
};
const site = resolve(process.argv[2] ?? "site");
const only = process.argv[3] ?? "";

/* The home page, each page that stands alone, and the longest page of each section. */
function addresses() {
  const pages = [""];
  for (const name of readdirSync(site).sort()) {
    if (name === "facts" || !existsSync(join(site, name, "index.html"))) continue;
    if (existsSync(join(site, name, "topics"))) { pages.push(`${name}/`); continue; }  // another language
    pages.push(`${name}/`);
    const within = readdirSync(join(site, name)).filter((one) => existsSync(join(site, name, one, "index.html")));
    const size = (one) => statSync(join(site, name, one, "index.html")).size;
    const longest = within.sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1))[0];
    if (longest) pages.push(`${name}/${longest}/`);
  }
  return pages;
}

function serve() {
  const server = createServer((request, answer) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    let file = join(site, path);
    if (path.endsWith("/")) file = join(file, "index.html");
    if (!file.startsWith(site) || !existsSync(file) || !statSync(file).isFile()) {
      answer.writeHead(404, { "content-type": "text/plain" }).end("404");
      return;
    }
    answer.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(answer);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

/* On a busy machine the browser may answer too late: then the page is looked at again. */
async function report(address, flags, config, tries = 3) {
  const { lhr } = await lighthouse(address, flags, config);
  if (!lhr.runtimeError) return lhr;
  if (tries > 1) return report(address, flags, config, tries - 1);
  throw new Error(`${address}: ${lhr.runtimeError.message}`);
}

async function scores(address, port, config) {
  const flags = { port, onlyCategories: CATEGORIES, output: "json", logLevel: "error", throttlingMethod: "provided" };
  const lhr = await report(address, flags, config);
  return CATEGORIES.map((name) => ({
    score: Math.round(lhr.categories[name].score * 100),
    faults: lhr.categories[name].auditRefs
      .filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1)
      .map((ref) => fault(lhr.audits[ref.id])),
  }));
}

function fault(audit) {
  const items = (audit.details?.items ?? []).slice(0, 3);
  const where = items.map((item) => item.node?.snippet ?? item.description ?? item.url ?? item.source ?? "");
  return [`    ${audit.id}: ${audit.title}`, ...where.filter(Boolean).map((one) => `      ${one}`)].join("\n");
}

const server = await serve();
const root = `http://localhost:${server.address().port}/`;
const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  logLevel: "silent",
});
let low = 0;
console.log(`${"page".padEnd(44)}${"as".padEnd(9)}${CATEGORIES.map((name) => name.padStart(16)).join("")}`);
try {
  for (const page of addresses().filter((one) => one.startsWith(only))) {
    for (const [name, config] of [["phone", undefined], ["desk", desktop]]) {
      const found = await scores(root + page, chrome.port, config);
      low += found.filter(({ score }) => score < 100).length;
      const row = found.map(({ score }) => String(score).padStart(16)).join("");
      console.log(`${(page || "/").padEnd(44)}${name.padEnd(9)}${row}`);
      found.flatMap(({ faults }) => faults).forEach((one) => console.log(one));
    }
  }
} finally {
  chrome.kill();
  server.close();
}
console.log(low ? `${low} scores are below 100.` : "All scores are 100.");
process.exitCode = low ? 1 : 0;
