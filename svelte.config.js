import adapter from '@sveltejs/adapter-static';

/** The workspace is a client-side app with one fallback page; the server of the API hands it out. */
export default {
  kit: {
    adapter: adapter({ pages: 'build/studio', assets: 'build/studio', fallback: 'index.html' }),
    files: { src: 'studio', assets: 'studio/static', appTemplate: 'studio/app.html' },
    output: { bundleStrategy: 'split' },
    version: { pollInterval: 0 },
  },
  compilerOptions: { runes: true },
};
