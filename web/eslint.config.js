import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';
import house from './tools/house-rules.js';

export default typescript.config(
  { ignores: ['dist', 'src/api/schema.d.ts'] },
  ...typescript.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { house, 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // It warns about every use of TanStack Virtual; the compiler it speaks for is not used here.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'house/order-of-folders': 'error',
      'house/no-business-words': 'error',
      'max-lines': ['error', 600],
      'max-lines-per-function': ['error', { max: 120, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx'],
    rules: { 'house/no-text-in-code': 'error' },
  },
);
