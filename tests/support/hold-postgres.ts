import { startEmbedded } from '../../runtime/storage/embedded/start-embedded.ts';

/** A program that starts the embedded server on the folder it is given and says its address and process, or why not. */
const [folder = ''] = process.argv.slice(2);
try {
  const server = await startEmbedded({ folder, settings: { shared_buffers: '16MB' } });
  console.log(JSON.stringify({ url: server.url, processId: server.processId }));
  setInterval(() => {}, 1000);
} catch (error) {
  console.log(JSON.stringify({ refused: error instanceof Error ? error.message : String(error) }));
}
