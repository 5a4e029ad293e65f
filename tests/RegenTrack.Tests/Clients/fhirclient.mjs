import assert from 'node:assert/strict';
import smart from 'fhirclient';
import { base, fault, finish, logger, step, token } from './hospital.mjs';

const storage = { get: async () => undefined, set: async (_, value) => value, unset: async () => true };
let client;
let device;

// This client sends its token only with what it reads.
const authorised = (headers = {}) => ({ headers: { authorization: client.getAuthorizationHeader(), ...headers } });

await step('token', async () => {
  const tokenResponse = await token('system/*.cruds');
  assert.equal(tokenResponse.scope, 'system/*.cruds');
  client = smart({ headers: {} }, {}, storage).client({ serverUrl: base, tokenResponse });
  assert.equal(client.getAuthorizationHeader(), `Bearer ${tokenResponse.access_token}`);
});

await step('capability', async () => {
  assert.deepEqual([await client.getFhirVersion(), await client.getFhirRelease()], ['4.0.1', 4]);
});

await step('create', async () => {
  const { body, response } = await client.create(logger('S-1'), { ...authorised(), includeResponse: true });
  device = body;
  assert.deepEqual([response.status, body.lotNumber, body.meta.versionId], [201, '1', '1']);
});

await step('minimal create', async () => {
  // Nothing comes back but where it is, and there the client looks.
  const made = await client.create(logger('S-2'), authorised({ prefer: 'return=minimal' }));
  assert.deepEqual([made.resourceType, made.identifier[0].value, made.meta.versionId], ['Device', 'S-2', '1']);
});

await step('conditional create', async () => {
  const again = await client.create(logger('S-1', '7'), authorised({ 'If-None-Exist': 'identifier=urn:logger|S-1' }));
  assert.deepEqual([again.id, again.lotNumber], [device.id, '1']);
});

await step('read', async () => {
  assert.deepEqual(await client.request(`Device/${device.id}`), device);
});

await step('update', async () => {
  const changed = await client.update({ ...device, lotNumber: '2' }, authorised());
  assert.deepEqual([changed.lotNumber, changed.meta.versionId], ['2', '2']);
});

await step('patch', async () => {
  const patched = await client.patch(`Device/${device.id}`, [{ op: 'replace', path: '/lotNumber', value: '3' }], authorised());
  assert.deepEqual([patched.lotNumber, patched.meta.versionId], ['3', '3']);
});

await step('vread', async () => {
  assert.deepEqual(await client.request(`Device/${device.id}/_history/1`), device);
});

await step('history', async () => {
  const versions = await client.request(`Device/${device.id}/_history`, { flat: true });
  assert.deepEqual(versions.map((version) => version.lotNumber), ['3', '2', '1']);
});

await step('search', async () => {
  for (let number = 3; number <= 7; number++) await client.create(logger(`S-${number}`), authorised());
  const all = await client.request('Device?_count=2', { pageLimit: 0, flat: true });
  assert.deepEqual(all.map((one) => one.identifier[0].value).sort(), ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6', 'S-7']);
  const pages = [];
  await client.request('Device?_count=3', { pageLimit: 2, onPage: (page) => pages.push(page.entry.length) });
  assert.deepEqual(pages, [3, 3]);
});

await step('references', async () => {
  const organization = await client.create({ resourceType: 'Organization', name: 'Site' }, authorised());
  const location = await client.create({ resourceType: 'Location', name: 'Freezer', managingOrganization: { reference: `${base}/Organization/${organization.id}` } }, authorised());
  assert.equal(location.managingOrganization.reference, `Organization/${organization.id}`);
  const resolved = await client.request(`Location/${location.id}`, { resolveReferences: ['managingOrganization'] });
  assert.equal(resolved.managingOrganization.name, 'Site');
  const found = await client.request(`Location?organization=${encodeURIComponent(`${base}/Organization/${organization.id}`)}`, { flat: true });
  assert.deepEqual(found.map((one) => one.id), [location.id]);
});

await step('transaction', async () => {
  const body = { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: logger('S-8'), request: { method: 'POST', url: 'Device' } }] };
  const { entry } = await client.request({ url: base, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  assert.equal(entry[0].response.status.slice(0, 3), '201');
  assert.equal((await client.request(entry[0].response.location)).identifier[0].value, 'S-8');
});

await step('operation', async () => {
  const headers = { 'content-type': 'application/fhir+json' };
  const found = await client.request({ url: 'Device/$validate', method: 'POST', headers, body: JSON.stringify(logger('S-9')) });
  assert.equal(found.issue[0].details.coding[0].code, 'valid');
});

await step('delete', async () => {
  assert.equal((await client.delete(`Device/${device.id}`, authorised())).status, 204);
  assert.equal((await fault(() => client.request(`Device/${device.id}`))).status, 410);
});

await step('errors', async () => {
  const missing = await fault(() => client.request('Device/nobody'));
  assert.equal(missing.status, 404);
  assert.match(missing.message, /"code": "not-found"/);
  const refused = await fault(() => client.create({ resourceType: 'Organization', contact: [{ name: { text: 'A B' } }] }, authorised()));
  assert.deepEqual([refused.status, /person-in-record/.test(refused.message)], [422, true]);
  const revoked = smart({ headers: {} }, {}, storage).client({ serverUrl: base, tokenResponse: { access_token: 'nonsense' } });
  assert.equal((await fault(() => revoked.request('Device'))).status, 401);
});

finish();
