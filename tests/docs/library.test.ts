import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../support/files.ts';

/** What programs may use. A change of it is a change of Lectern's version: look at the difference before you accept it. */
const report = join(packageRoot, 'docs/library.api.md');

describe('the library', () => {
  it('offers what docs/library.api.md says, no more and no less', () => {
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: packageRoot,
        mainEntryPointFilePath: join(packageRoot, 'dist/types/index.d.ts'),
        compiler: {
          overrideTsconfig: {
            compilerOptions: {
              target: 'ES2023',
              module: 'NodeNext',
              strict: true,
              types: ['node'],
              skipLibCheck: true,
            },
            files: [join(packageRoot, 'dist/types/index.d.ts')],
          },
        },
        apiReport: { enabled: true, reportFileName: 'library.api.md', reportFolder: join(packageRoot, 'docs') },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        messages: { extractorMessageReporting: { 'ae-missing-release-tag': { logLevel: 'none' } } },
      } as never,
      configObjectFullPath: undefined,
      packageJsonFullPath: join(packageRoot, 'package.json'),
    });
    const result = Extractor.invoke(config, {
      localBuild: process.env.UPDATE_DOCS === '1',
      messageCallback: (message) => {
        message.handled = true;
      },
    });
    expect(result.errorCount).toBe(0);
    expect(result.apiReportChanged && process.env.UPDATE_DOCS !== '1', `${report}: UPDATE_DOCS=1 writes it`).toBe(
      false,
    );
  });

  it('does what the example shows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-library-'));
    try {
      mkdirSync(join(folder, 'node_modules'));
      mkdirSync(join(folder, 'lessons/tides'), { recursive: true });
      symlinkSync(packageRoot, join(folder, 'node_modules/lectern'), 'dir');
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      writeFileSync(
        join(folder, 'lessons/tides/lesson.yaml'),
        'title: Tides\nlang: en\nduration: 45\nsections:\n  - title: Why\n    slides: [{ layout: statement, title: The moon pulls the sea }]\n',
      );
      copyFileSync(join(packageRoot, 'examples/library.ts'), join(folder, 'library.ts'));
      const { code } = transformSync(readFileSync(join(folder, 'library.ts'), 'utf8'), { loader: 'ts', format: 'esm' });
      writeFileSync(join(folder, 'library.js'), code);
      const told = execFileSync(process.execPath, ['library.js'], { cwd: folder, encoding: 'utf8' });
      expect(told).toContain('tides: built');
      expect(told).toMatch(/tides\/deck\.html \(\d{5,} bytes\)/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is shown in docs/library.md as the example is', () => {
    const page = readFileSync(join(packageRoot, 'docs/library.md'), 'utf8');
    expect(page).toContain(readFileSync(join(packageRoot, 'examples/library.ts'), 'utf8').trim());
  });
});
