// pages.mjs PACKAGES: reads {path: Markdown page} as JSON on standard input, and says as JSON what two site generators
// make of each page: {path: {mdx: {...}, vue: {...}}}, each with
//   html      what a visitor gets; null where the page does not compile
//   metadata  the front matter as it reaches the page
//   error     why it does not compile, or null
//   ran       whether code of the page ran (it sets globalThis.pwned), or names were exported from it
// PACKAGES is the folder with node_modules.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { text } from "node:stream/consumers";
import path from "node:path";

const require = createRequire(path.join(path.resolve(process.argv[2]), "package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)));

const { evaluate } = await load("@mdx-js/mdx");
const remarkGfm = (await load("remark-gfm")).default;
const stringifyObject = require("stringify-object");
const matter = require("gray-matter");
const MarkdownIt = require("markdown-it");
const vue = require("vue");
const { renderToString } = require("vue/server-renderer");
const { compileScript, compileTemplate, parse } = require("vue/compiler-sfc");

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (value) => String(value).replace(/[&<>"]/g, (c) => entities[c]);

// A JSX runtime that makes HTML. An element is an object; a component, which no page has, is an error.
const Fragment = Symbol("fragment");
class Html {
  constructor(markup) {
    this.markup = markup;
  }
}
function render(child) {
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (Array.isArray(child)) return child.map(render).join("");
  return child instanceof Html ? child.markup : escapeHtml(child);
}
function jsx(type, { children, ...attributes }) {
  if (typeof type === "function") return type({ children, ...attributes });
  const inner = render(children);
  if (type === Fragment) return new Html(inner);
  const written = Object.entries(attributes)
    .filter(([name]) => name !== "style" && name !== "className")
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return new Html(`<${type}${written.join("")}>${inner}</${type}>`);
}

const importCode = (code) => import("data:text/javascript," + encodeURIComponent(code));

// As Docusaurus does it: the page is MDX, and its front matter is printed into the module that MDX makes.
async function readMdx(page) {
  const { data, content } = matter(page);
  const options = { Fragment, jsx, jsxs: jsx, baseUrl: import.meta.url, remarkPlugins: [remarkGfm] };
  const module = await evaluate(content, options);
  const { frontMatter } = await importCode(`export const frontMatter = ${stringifyObject(data)};`);
  const names = Object.keys(module).filter((name) => name !== "default");
  return { html: render(module.default({})), metadata: frontMatter, exported: names.length > 0 };
}

// As VitePress does it: markdown-it makes HTML and keeps entities as they are written, the HTML becomes the template of
// a Vue component, and its front matter a string in the component's script.
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.core.ruler.before("text_join", "keep_entities", (state) => {
  for (const { children } of state.tokens) {
    for (const token of children ?? []) {
      if (token.type !== "text_special" || token.info !== "entity") continue;
      token.type = "html_inline";
      token.content = token.markup;
    }
  }
});

async function readVue(page) {
  const { data, content } = matter(page);
  const html = markdown.render(content);
  const pageData = JSON.stringify({ title: data.title, description: data.description, frontmatter: data });
  const script = `\nexport const __pageData = JSON.parse(${JSON.stringify(pageData)})\nexport default { name: "page" }\n`;
  const template = `<div>${html}</div>`;
  const { descriptor, errors } = parse(`<script>${script}</script>\n<template>${template}</template>\n`);
  if (errors.length > 0) throw errors[0];
  const whole = descriptor.script?.content === script && descriptor.template?.content === template;
  const blocks = descriptor.scriptSetup || descriptor.styles.length + descriptor.customBlocks.length > 0;
  if (!whole || blocks) throw new Error("the page ends a block of its component");
  const compiled = compileTemplate({ source: template, filename: "page.vue", id: "page" });
  if (compiled.errors.length > 0) throw compiled.errors[0];
  const { __pageData } = await importCode(compileScript(descriptor, { id: "page" }).content);
  const warnings = [];
  const app = vue.createSSRApp({ template });
  app.config.warnHandler = (message) => warnings.push(message);
  const shown = await renderToString(app);
  if (warnings.length > 0) throw new Error(warnings[0]);
  return { html: shown, metadata: __pageData.frontmatter, exported: false };
}

async function judge(read, page) {
  delete globalThis.pwned;
  let result = { html: null, metadata: null, exported: false };
  let error = null;
  try {
    result = await read(page);
  } catch (problem) {
    error = String(problem.message ?? problem).slice(0, 300);
  }
  return { html: result.html, metadata: result.metadata, error, ran: result.exported || "pwned" in globalThis };
}

const results = {};
for (const [name, page] of Object.entries(JSON.parse(await text(process.stdin)))) {
  results[name] = { mdx: await judge(readMdx, page), vue: await judge(readVue, page) };
}
process.stdout.write(JSON.stringify(results));
