import svelte from 'eslint-plugin-svelte';
import typescript from 'typescript-eslint';

/** Svelte components only; everything else is the other linter's. */
export default typescript.config(
  { ignores: ['node_modules', 'build', '.svelte-kit', '**/*.ts', '**/*.js'] },
  ...svelte.configs['flat/recommended'],
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // Addresses are made from the metadata in one place, by the workspace.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);
