/** What people do about the data kept about them, and what is forgotten without anybody asking. */
export { AddressChange } from './address-change.entity.ts';
export { DataRequest } from './data-request.entity.ts';
export { ErasedPerson } from './erased-person.entity.ts';
export { eraseAgain } from './erasure.service.ts';
export { myDataFile } from './my-data-file.ts';
export { myDataJobs } from './my-data.jobs.ts';
export { MyDataResolver } from './my-data.resolver.ts';
export { DataDesk, type OwnDataLimits } from './my-data.service.ts';
export { Tombstones } from './tombstones.ts';
import './my-data.personal.ts';
import './my-data.reader.ts';
