import assert from 'node:assert/strict';
import { MedplumClient } from '@medplum/core';
import { assertion, base, fault, finish, issue, logger, step } from './hospital.mjs';

const origin = new URL('/', base).href;
const options = { baseUrl: origin, fhirUrlPath: 'fhir', fetch, cacheTime: 0 };
const client = new MedplumClient(options);
let device;

await step('capability', async () => {
  const statement = await client.get(client.fhirUrl('metadata'));
  assert.deepEqual([statement.resourceType, statement.fhirVersion], ['CapabilityStatement', '4.0.1']);
});

await step('token', async () => {
  await client.startJwtAssertionLogin(await assertion());
  assert.ok(client.isAuthenticated(0));
});

await step('create', async () => {
  device = await client.createResource(logger('M-1'));
  assert.deepEqual([device.lotNumber, device.meta.versionId], ['1', '1']);
});

await step('conditional create', async () => {
  const again = await client.createResourceIfNoneExist(logger('M-1', '7'), 'identifier=urn:logger|M-1');
  assert.deepEqual([again.id, again.lotNumber], [device.id, '1']);
});

await step('read', async () => {
  assert.deepEqual(await client.readResource('Device', device.id), device);
  assert.deepEqual(await client.readReference({ reference: `Device/${device.id}` }), device);
});

await step('update', async () => {
  const changed = await client.updateResource({ ...device, lotNumber: '2' });
  assert.deepEqual([changed.lotNumber, changed.meta.versionId], ['2', '2']);
});

await step('conditional update', async () => {
  const changed = await client.upsertResource(logger('M-1', '3'), { identifier: 'urn:logger|M-1' });
  assert.deepEqual([changed.id, changed.lotNumber, changed.meta.versionId], [device.id, '3', '3']);
  const made = await client.upsertResource(logger('M-2'), { identifier: 'urn:logger|M-2' });
  assert.equal(made.meta.versionId, '1');
});

await step('patch', async () => {
  const patched = await client.patchResource('Device', device.id, [{ op: 'replace', path: '/lotNumber', value: '4' }]);
  assert.deepEqual([patched.lotNumber, patched.meta.versionId], ['4', '4']);
});

await step('vread', async () => {
  assert.deepEqual(await client.readVersion('Device', device.id, '1'), device);
});

await step('history', async () => {
  const { entry } = await client.readHistory('Device', device.id, { count: 3 });
  assert.deepEqual(entry.map((one) => one.resource.lotNumber), ['4', '3', '2']);
});

await step('search', async () => {
  for (let number = 3; number <= 7; number++) await client.createResource(logger(`M-${number}`));
  const pages = [];
  for await (const page of client.searchResourcePages('Device', { _count: '3' })) pages.push(page.map((one) => one.identifier[0].value));
  assert.deepEqual([pages.length, pages.flat().sort()], [3, ['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6', 'M-7']]);
  assert.equal((await client.searchOne('Device', 'identifier=M-5')).identifier[0].value, 'M-5');
  assert.equal((await client.search('Device', '_summary=count')).total, 7);
});

await step('transaction', async () => {
  const type = 'transaction';
  const { entry } = await client.executeBatch({
    resourceType: 'Bundle',
    type,
    entry: [
      { resource: logger('M-8', '1', { location: { reference: 'Location?identifier=cold' } }), request: { method: 'POST', url: 'Device', ifNoneExist: 'identifier=M-8' } },
    ],
  }).catch((refused) => ({ entry: refused.outcome }));
  assert.deepEqual(issue(entry), ['reference-fits-nothing', 'Bundle.entry[0].resource.location.reference']);
  const cold = await client.createResource({ resourceType: 'Location', identifier: [{ value: 'cold' }], name: 'Cold' });
  const done = await client.executeBatch({
    resourceType: 'Bundle',
    type,
    entry: [
      { resource: logger('M-8', '1', { location: { reference: 'Location?identifier=cold' } }), request: { method: 'POST', url: 'Device', ifNoneExist: 'identifier=M-8' } },
      { resource: logger('M-1', '5'), request: { method: 'PUT', url: 'Device?identifier=urn:logger|M-1' } },
      { request: { method: 'DELETE', url: 'Device?identifier=M-7' } },
    ],
  });
  assert.deepEqual(done.entry.map((one) => one.response.status.slice(0, 3)), ['201', '200', '204']);
  assert.equal((await client.searchOne('Device', 'identifier=M-8')).location.reference, `Location/${cold.id}`);
});

await step('batch', async () => {
  // Reads that are asked for together leave together.
  const together = new MedplumClient({ ...options, autoBatchTime: 20 });
  together.setAccessToken(client.getAccessToken());
  const [one, found, missing] = await Promise.allSettled([together.readResource('Device', device.id), together.search('Device', 'identifier=M-3'), together.readResource('Device', 'nobody')]);
  assert.equal(one.value.lotNumber, '5');
  assert.deepEqual(found.value.entry.map((entry) => entry.resource.identifier[0].value), ['M-3']);
  assert.equal(issue(missing.reason.outcome)[0], 'not-found');
});

await step('operation', async () => {
  assert.equal(issue(await client.validateResource(logger('M-9')))[0], 'valid');
});

await step('delete', async () => {
  await client.deleteResource('Device', device.id);
  assert.equal(issue((await fault(() => client.readResource('Device', device.id))).outcome)[0], 'deleted');
});

await step('errors', async () => {
  const refused = async (work) => issue((await fault(work)).outcome);
  assert.deepEqual(await refused(() => client.readResource('Device', 'nobody')), ['not-found', undefined]);
  assert.deepEqual(await refused(() => client.createResource({ resourceType: 'Organization', contact: [{ name: { text: 'A B' } }] })), ['person-in-record', 'Organization']);
  assert.equal((await refused(() => client.search('Device', 'colour=red')))[0], 'unknown-query-parameter');
});

finish();
