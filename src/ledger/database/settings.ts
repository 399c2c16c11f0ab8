/**
 * How the embedded PostgreSQL is set: for a laptop, safe against a power cut, and small enough that server and database stay under
 * 800 MB at fifty connections. Given on the command line at each start, so that a newer Rastro's settings apply to older data.
 */
export const laptop: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '96MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  // Compiling costs more than these queries take.
  jit: 'off',
  // Parallel workers help one query and hurt fifty; and a container's /dev/shm may be too small for them.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '1',
  // There is no standby: with minimal logging, a table filled in the transaction that makes it is not logged twice.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  // A file of the log that is used again holds what was expunged until it is written over.
  wal_recycle: 'off',
  checkpoint_timeout: '15min',
  autovacuum_max_workers: '2',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}
