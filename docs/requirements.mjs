// Writes docs/requirements.md from the IDs in docs/requirements.json and the tags and titles in the test reports.
// Run it after a full test run. `--check` changes nothing and fails when the page is out of date.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const lines = JSON.parse(readFileSync(join(root, "docs/requirements.json"), "utf8"));
const page = join(root, "docs/requirements.md");

function* reports(folder) {
  for (const name of readdirSync(folder)) {
    if (name === "node_modules" || name === ".git" || name === "src") continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* reports(path);
    else if (name === "open-test-report.xml" || name === "playwright.xml") yield path;
  }
}

const plain = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");

/** requirement -> test -> passed */
const shown = new Map(Object.keys(lines).map((id) => [id, new Map()]));
function note(id, test, passed) {
  const tests = shown.get(id);
  if (tests) tests.set(test, (tests.get(test) ?? true) && passed);
}

/** Tags of a test are those of the test, its class and everything around it. */
function readOpenReport(xml) {
  const nodes = new Map();
  for (const [, id, attributes, body] of xml.matchAll(/<e:started id="(\d+)"([^>]*)>(.*?)<\/e:started>/gs)) {
    nodes.set(id, {
      name: plain(/ name="([^"]*)"/.exec(attributes)?.[1] ?? ""),
      parent: / parentId="(\d+)"/.exec(attributes)?.[1],
      tags: [...body.matchAll(/<tag>([^<]+)<\/tag>/g)].map((match) => match[1]),
      method: /<java:methodSource className="([^"]+)" methodName="([^"]+)"/.exec(body),
      type: plain(/<junit:type>([A-Z_]+)</.exec(body)?.[1] ?? ""),
    });
  }
  for (const [, id, status] of xml.matchAll(/<e:finished id="(\d+)"[^>]*>.*?status="([A-Z]+)"/gs)) {
    const node = nodes.get(id);
    if (!node || node.type !== "TEST") continue;
    let method = null;
    const tags = [];
    for (let at = node; at; at = nodes.get(at.parent)) {
      method ??= at.method;
      tags.push(...at.tags);
    }
    const name = method ? `${method[1].split(".").pop()}.${method[2]}` : node.name;
    for (const tag of tags) note(tag, name, status === "SUCCESSFUL");
  }
}

function readPlaywright(xml) {
  for (const [, title, body] of xml.matchAll(/<testcase name="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testcase>)/gs)) {
    const name = plain(title);
    const failed = /<failure|<skipped/.test(body ?? "");
    for (const id of name.match(/\b[A-Z]{1,4}-\d\d\b/g) ?? []) {
      note(id, name.replaceAll(/\b[A-Z]{1,4}-\d\d\b[ ,:]*/g, "").trim(), !failed);
    }
  }
}

for (const report of reports(root)) {
  const xml = readFileSync(report, "utf8");
  if (report.endsWith("playwright.xml")) readPlaywright(xml);
  else readOpenReport(xml);
}

function status(tests) {
  if (tests.size === 0) return "unchecked";
  return [...tests.values()].every(Boolean) ? "shown" : "failing";
}

const MOST = 4;
const rows = Object.entries(lines).map(([id, line]) => {
  const tests = shown.get(id);
  const names = [...tests.keys()].sort();
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : "";
  return `| ${id} | ${line} | ${status(tests)} | ${names.slice(0, MOST).join("; ").replaceAll("|", "/")}${more} |`;
});
const text = `# Requirements worked on so far

Made from the tags and titles in the test reports by \`node docs/requirements.mjs\`; do not edit. *shown*: every test that
carries the requirement passed. *unchecked*: no test carries it. A test shows what its name says, not more.

| ID | In our words | Status | Tests |
|---|---|---|---|
${rows.join("\n")}
`;

if (process.argv.includes("--check")) {
  if (readFileSync(page, "utf8") !== text) {
    console.error("docs/requirements.md is out of date: run node docs/requirements.mjs after the tests, and commit it.");
    process.exit(1);
  }
} else {
  writeFileSync(page, text);
  const open = Object.keys(lines).filter((id) => status(shown.get(id)) !== "shown");
  console.log(`${Object.keys(lines).length - open.length} of ${Object.keys(lines).length} shown; not yet: ${open.join(" ") || "none"}`);
}
