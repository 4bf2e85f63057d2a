// node ace.js FOLDER BOOK...: what DAISY Ace has against each book, a line of JSON for each, in one
// run. The folder takes Ace's full reports, which it would print otherwise.

const path = require("path");
const ace = require("@daisy/ace-core");
const browser = require("@daisy/ace-axe-runner-puppeteer");
const logger = require("@daisy/ace-logger");

const said = (document) => (assertion) =>
  `${document["earl:testSubject"].url}: ${assertion["earl:test"]["dct:title"]}: ` +
  assertion["earl:result"]["dct:description"];

async function main(folder, books) {
  logger.initLogger({ silent: true });
  for (const [number, book] of books.entries()) {
    const outdir = path.join(folder, String(number));
    const [, report] = await ace(book, { cwd: process.cwd(), outdir, silent: true }, browser);
    const found = report.assertions.flatMap((each) => each.assertions.map(said(each)));
    console.log(JSON.stringify([book, found]));
  }
}

main(process.argv[2], process.argv.slice(3)).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
