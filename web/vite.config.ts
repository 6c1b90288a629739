import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompressed } from './tools/precompressed.js';
import { visitor } from './tools/visitor.js';

const server = 'http://127.0.0.1:8080';
const pageTests = ['src/**/*.test.tsx', 'src/**/*.page.test.ts'];

export default defineConfig({
  plugins: [react(), visitor(), precompressed()],
  resolve: { alias: { '~': new URL('./src', import.meta.url).pathname } },
  build: {
    target: 'es2023',
    // Everything comes from our own address: the content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // All texts of the shell in one request a language.
          groups: [
            { name: 'nl', test: /(src\/\w+\/texts\/|menu\.)nl\.json$/ },
            { name: 'en', test: /(src\/\w+\/texts\/|menu\.)en\.json$/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
  test: {
    css: false,
    // Making a page takes longer than most tests: only those that need one get it.
    projects: [
      {
        extends: true,
        test: { name: 'plain', include: ['src/**/*.test.ts', 'visitor/*.test.ts'], exclude: pageTests },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          include: pageTests,
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
