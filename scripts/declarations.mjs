// Writes the declarations of the library: what src/index.ts says, and the files that this needs. TypeScript does it file
// by file, without checking types, so that an installation from the repository takes no longer for it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const options = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
};
/** An import or export of another file of Lectern. */
const local = /(from ['"])(\.{1,2}\/[^'"]+)\.ts(['"])/g;

/** @param src folder of the sources, @param target folder of the declarations */
export function writeDeclarations(src, target) {
  const done = new Set();
  const write = (file) => {
    if (done.has(file)) return;
    done.add(file);
    const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
      compilerOptions: options,
      fileName: file,
      reportDiagnostics: true,
    });
    const [flaw] = diagnostics;
    if (flaw) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(flaw.messageText, '\n')}`);
    const path = join(target, relative(src, file)).replace(/\.ts$/, '.d.ts');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, outputText.replace(local, '$1$2.js$3'));
    for (const [, , name] of outputText.matchAll(local)) write(join(dirname(file), `${name}.ts`));
  };
  write(join(src, 'index.ts'));
}
