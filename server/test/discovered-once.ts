/** What the ORM finds out about the entities is found out once in a process of tests, which starts hundreds of servers over the same ones: half of the time of a start. */
import { MetadataDiscovery, type MetadataStorage } from '@mikro-orm/core';

const { prototype } = MetadataDiscovery as unknown as { prototype: { discover(preferTs?: boolean): Promise<MetadataStorage>; isOnce?: true } };

if (!prototype.isOnce) {
  const discover = prototype.discover;
  let found: Promise<MetadataStorage> | undefined;
  prototype.isOnce = true;
  prototype.discover = function () {
    return found ??= discover.call(this).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
  };
}
