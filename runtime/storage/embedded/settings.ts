import { totalmem } from 'node:os';

const mebibyte = 1024 * 1024;

/**
 * Settings of the embedded server. Durability is PostgreSQL's own default (fsync and synchronous_commit on); what is set
 * here is memory, and a write-ahead log that does not checkpoint every few minutes under load.
 */
export function serverSettings(socketFolder: string, given: Readonly<Record<string, string>>): string[] {
  const memoryMb = Math.floor(totalmem() / mebibyte);
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '200',
    shared_buffers: `${clamp(Math.floor(memoryMb / 8), 128, 8192)}MB`,
    effective_cache_size: `${clamp(Math.floor(memoryMb / 2), 256, 65536)}MB`,
    maintenance_work_mem: `${clamp(Math.floor(memoryMb / 32), 64, 1024)}MB`,
    work_mem: '16MB',
    max_wal_size: '4GB',
    min_wal_size: '512MB',
    // The npm build has no lz4.
    wal_compression: 'pglz',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    // Creating or dropping an infobase locks every table of a large configuration at once.
    max_locks_per_transaction: '1024',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...given,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
