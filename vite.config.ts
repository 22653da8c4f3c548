import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** `AUBADE_API` names the server that answers `/api` while the pages come from Vite. */
export default defineConfig({
  plugins: [sveltekit()],
  server: { proxy: { '/api': process.env.AUBADE_API ?? 'http://127.0.0.1:8080' } },
  build: { target: 'es2023' },
});
