import { expect, it } from 'vitest';
import { serverUser } from '../../../../runtime/storage/embedded/server-user.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const nobody = 'nobody:x:65534:65533:nobody:/:/usr/sbin/nologin\n';
const postgres = 'postgres:x:70:71::/var/lib/postgresql:/bin/sh\n';
const machine = (uid: number | undefined, accounts: string) => ({ uid, accounts: () => accounts });

it('the database server runs as we do, unless we are root', () => {
  expect(serverUser(machine(1000, root + postgres))).toBeUndefined();
  expect(serverUser(machine(undefined, ''))).toBeUndefined();
});

it('for root it runs as postgres, or else as nobody', () => {
  expect(serverUser(machine(0, root + nobody + postgres))).toEqual({ uid: 70, gid: 71 });
  expect(serverUser(machine(0, root + nobody))).toEqual({ uid: 65_534, gid: 65_533 });
});

it('for root on a machine without either it does not run, and says why', () => {
  expect(() => serverUser(machine(0, root))).toThrow(
    expect.objectContaining({ problems: [{ code: 'server-user-missing', parameters: {} }] }),
  );
});
