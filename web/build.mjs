// Run by Maven: `node build.mjs build` and `node build.mjs test`.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, once, requireNode, run } from '../ops/build/steps.mjs'

process.chdir(dirname(fileURLToPath(import.meta.url)))
requireNode('web')

const sources = ['index.html', 'family.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json', 'src', 'public']
const tool = (name, script) => join('node_modules', name, script)

switch (process.argv[2]) {
  case 'build':
    installPackages('web')
    once('web types of the services', ['../docs/api', 'scripts/api-types.mjs'], 'target/api-stamp', 'src/api/generated', () =>
      run(process.execPath, 'scripts/api-types.mjs'),
    )
    once('web pages', sources, 'target/build-stamp', 'target/dist/index.html', () => {
      run(process.execPath, tool('typescript', 'bin/tsc'), '--noEmit')
      run(process.execPath, tool('vite', 'bin/vite.js'), 'build')
      run(process.execPath, 'scripts/first-load.mjs')
      // Files are named by their content: without this, those of earlier builds would stay in the jar.
      rmSync('target/classes', { recursive: true, force: true })
    })
    break
  case 'test':
    installPackages('web')
    once('web tests', sources, 'target/test-stamp', 'target/vitest.xml', () =>
      run(process.execPath, tool('vitest', 'vitest.mjs'), 'run'),
    )
    break
  default:
    console.error('usage: node build.mjs build|test')
    process.exit(1)
}
