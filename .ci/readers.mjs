// Four helpers of readers.sh.
//   node readers.mjs profiles FOLDER      write 200 hostile profiles
//   node readers.mjs check FOLDER NPM     run adr-log and log4brains on records
//   node readers.mjs folder ROOT NPM DIR N   log4brains finds N records with titles in a folder
//   node readers.mjs schemas PROGRAM NPM  compile the schemas in ajv's strict mode, and hold files of ours to them
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [, , task, folder, npm] = process.argv;

// Fragments of Markdown, HTML, YAML, tables, templates, control characters and
// scripts; texts are made of a few of them each.
const nasty = [
  "<script>alert(1)</script>", "<T>", "</details>", "<!-- x", "-->", "&lt;", "&#x41;", "R&D", "*", "**bold**", "_a", "b_", "a_b", "`", "``", "```", "~~~",
  "~~x~~", "[a](b)", "[", "]", "](", "![i](j)", "[x]: y", "[^1]", "# ", "#", "#tag", "C#", "- ", "--", "---", "+ ", "* ", "1. ", "2) ", "> ", "===",
  "| a | b |", "|", "http://evil.example/a_b*c", "https://x.y", "www.evil.example", "ftp://h/f", "a@b.example", "mailto:a@b.c", "@jo", "\n", "\r\n", "\t",
  "\u0001", "\u001b[31m", "\u2028", "\u202e", "\u200b", "\u00a0", "\ufeff", "\u007f", "\u0085", ": ", ":", "key: value", "{", "}", "{{ x }}", "{% y %}", "$x$",
  "$$", "\\", "\\\\", "\"", "'", "!", "?", ".", ",", ";", "Status: accepted", "* Status: accepted", "## Status", "Date: 1999-01-01", "---\nstatus: accepted\n---\n",
  "true", "null", "Ünïcödé", "日本語", "Привет", "עברית", "العربية", "हिन्दी", "🦊", "。", "：", "word", "order service", ":smile:", ":::note", ":a[b]", "(text)[link]", "here",
];

function random(seed) { // mulberry32
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function toml(text) {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
}

function profiles() {
  mkdirSync(folder, { recursive: true });
  for (let seed = 0; seed < 200; seed++) {
    const next = random(seed + 1);
    const pick = (list) => list[Math.floor(next() * list.length)];
    const fragments = () => Array.from({ length: 1 + Math.floor(next() * 7) }, () => pick(nasty) + pick(["", " "])).join("");
    const text = () => { const s = fragments(); return /[^\p{C}\p{Z}\s]/u.test(s) ? s : `${s}x`; }; // blank names are refused
    const engineers = Math.round(2 * 200 ** next());
    writeFileSync(path.join(folder, `p${String(seed).padStart(3, "0")}.toml`),
      `schema = 1\nname = ${toml(text())}\nsummary = ${toml(text())}\n[team]\nengineers = ${engineers}\n` +
      `[load]\nmean_rps = ${(0.1 * 5000 ** next()).toFixed(2)}\n[work]\nruntime = ${toml(text())}\n` +
      `[constraints]\nregion = ${toml(text())}\ncompliance = [${toml(text())}, ${toml(text())}]\n`);
  }
}

const files = (format, end = ".md") => readdirSync(path.join(folder, format)).filter((f) => f.endsWith(end)).sort();

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

// The title that a reader should show, by what the JSON record of the same
// number says in plain text.
const adrs = () => files("json", ".json").map((f) => JSON.parse(readFileSync(path.join(folder, "json", f), "utf8")).adr);

async function check() {
  const require = createRequire(path.join(npm, "x.js"));
  const { default: MarkdownIt } = await import(require.resolve("markdown-it"));
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const expected = adrs();
  const byNumber = new Map(expected.map((a) => [a.number, a]));
  let titles = 0;
  for (const format of ["madr", "nygard", "madr2"]) {
    for (const file of files(format)) {
      const text = readFileSync(path.join(folder, format, file), "utf8").replace(/^---\n[^]*?\n---\n/, "");
      const tokens = markdown.parse(text, {});
      const h1 = tokens[tokens.findIndex((t) => t.type === "heading_open" && t.tag === "h1") + 1];
      const title = h1.children.map((c) => c.content).join("").replace(/^\d+\. /, "");
      const want = byNumber.get(parseInt(file, 10)).title;
      if (title !== want) fail(`${format}/${file}: rendered title ${JSON.stringify(title)}, want ${JSON.stringify(want)}`);
      const html = tokens.flatMap((t) => [t, ...(t.children ?? [])]).filter((t) => t.type.startsWith("html"));
      if (html.length) fail(`${format}/${file}: raw HTML ${html[0].content}`);
      titles++;
    }
  }
  console.log(`${titles} titles render as themselves, no raw HTML`);

  for (const format of ["madr", "nygard", "madr2"]) {
    const log = execFileSync(path.join(npm, "node_modules/.bin/adr-log"), ["-d", format], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
    const lines = log.split("\n").filter((l) => l.startsWith("* [ADR-"));
    const empty = lines.filter((l) => !/ - \S/.test(l));
    if (lines.length < files(format).length || empty.length) fail(`adr-log, ${format}: ${lines.length} lines, without title: ${empty.slice(0, 3)}`);
    console.log(`adr-log: ${lines.length} of ${format} with a title`);
  }

  const { Log4brains } = require("@log4brains/core");
  for (const format of ["log4brains", "madr2"]) {
    writeFileSync(path.join(folder, ".log4brains.yml"), `project:\n  name: x\n  tz: Etc/UTC\n  adrFolder: ./${format}\n`);
    const found = await Log4brains.create(folder).searchAdrs();
    const want = expected.map((a) => (format === "madr2" ? `${a.number}. ` : "") + a.title).sort();
    const got = found.map((a) => a.title).sort();
    if (got.join("\n") !== want.join("\n")) {
      const i = got.findIndex((t, k) => t !== want[k]);
      fail(`log4brains, ${format}: ${got.length} titles, want ${want.length}; first difference ${JSON.stringify(got[i])} and ${JSON.stringify(want[i])}`);
    }
    for (const a of found) {
      if (a.status !== "proposed" || !String(a.publicationDate).startsWith("2026-11-23") || !a.deciders.length) fail(`log4brains, ${format}: ${a.slug} ${a.status} ${a.publicationDate} ${a.deciders}`);
    }
    console.log(`log4brains: ${found.length} of ${format} PROPOSED with title, date and deciders`);
  }
}

async function one(dir, want) {
  const { Log4brains } = createRequire(path.join(npm, "x.js"))("@log4brains/core");
  writeFileSync(path.join(folder, ".log4brains.yml"), `project:\n  name: x\n  tz: Etc/UTC\n  adrFolder: ./${dir}\n`);
  const found = await Log4brains.create(folder).searchAdrs();
  const titles = found.filter((a) => a.title).length;
  if (titles !== want) fail(`log4brains, ${dir}: ${titles} titles, want ${want}`);
}

async function schemas() {
  const require = createRequire(path.join(npm, "x.js"));
  const { default: Ajv } = await import(require.resolve("ajv/dist/2020.js"));
  const { parse } = await import(require.resolve("smol-toml"));
  const run = (...args) => execFileSync(folder, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  const tomls = (dir) => readdirSync(dir).filter((f) => f.endsWith(".toml") && f !== "strengths.toml").map((f) => parse(readFileSync(path.join(dir, f), "utf8")));
  const plain = (v) => JSON.parse(JSON.stringify(v)); // dates become text
  const ours = {
    profile: tomls("testdata/profiles"), pack: tomls("rules/packs"), cases: tomls("advisor/precedent/corpus"),
    prices: [{ cloud: "aws", region: "eu-central-1", price: [{ service: "nat", item: "hour", value: 0.052 }] }],
    settings: [{ draws: 64, quiet: true, strict: "defaults", pack: ["a.toml"] }], decision: JSON.parse(run("score", "-q", "testdata/profiles", "--format", "json")),
  };
  for (const [name, files] of Object.entries(ours)) {
    const schema = JSON.parse(run("schema", name));
    if (!schema.$id) fail(`schema ${name}: no $id`);
    const valid = new Ajv({ strict: true, allErrors: true }).compile(schema);
    for (const file of files) {
      const value = plain(file);
      if (name !== "decision") value.$schema = "./x.schema.json";
      if (!valid(value)) fail(`schema ${name}: ${JSON.stringify(valid.errors.slice(0, 3))}`);
    }
    if (name !== "decision" && valid({ nonsense: true })) fail(`schema ${name}: takes anything`);
    console.log(`schema ${name}: strict, ${files.length} files of ours are valid`);
  }
}

if (task === "profiles") profiles();
else if (task === "schemas") await schemas();
else if (task === "folder") await one(process.argv[5], +process.argv[6]);
else await check();
