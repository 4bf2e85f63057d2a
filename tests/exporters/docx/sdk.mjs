// node sdk.mjs LIBRARY FILE...: what the Open XML SDK has against each document, a line of JSON for
// each, in one run; LIBRARY is where @ooxml-tools/validate is.

import { readFile } from "node:fs/promises";

const [library, ...files] = process.argv.slice(2);
const { default: validate } = await import(library);
for (const file of files) {
  const found = await validate(await readFile(file), "docx", "Microsoft365");
  console.log(JSON.stringify([file, found.map((fault) => JSON.stringify(fault))]));
}
process.exit(0);
