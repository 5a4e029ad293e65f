import assert from 'node:assert/strict';
import { CapabilityTool, Client } from 'fhir-kit-client';
import { base, fault, finish, issue, logger, step, token } from './hospital.mjs';

const client = new Client({ baseUrl: base });
const http = (answer) => Client.httpFor(answer).response;
let device;

await step('capability', async () => {
  const statement = await client.capabilityStatement();
  const tool = new CapabilityTool(statement);
  assert.equal(statement.fhirVersion, '4.0.1');
  for (const interaction of ['read', 'vread', 'create', 'update', 'patch', 'delete', 'history-instance', 'search-type']) assert.ok(tool.resourceCan('Device', interaction), interaction);
  assert.ok(tool.serverCan('transaction') && tool.serverCan('batch'));
  assert.ok(tool.resourceSearch('Device', 'identifier'));
  assert.ok(!tool.resourceCan('Patient', 'create'));
});

await step('discovery', async () => {
  // Whichever of the two documents it reads first.
  for (let round = 0; round < 20; round++) assert.equal((await client.smartAuthMetadata()).tokenUrl?.href, new URL('/oauth2/token', base).href);
});

await step('unauthorised', async () => {
  const refused = await fault(() => client.read({ resourceType: 'Device', id: 'nobody' }));
  assert.equal(refused.response.status, 401);
  assert.equal(issue(refused.response.data)[0], 'token-required');
});

await step('token', async () => {
  client.bearerToken = (await token()).access_token;
});

await step('create', async () => {
  device = await client.create({ resourceType: 'Device', body: logger('K-1') });
  assert.equal(http(device).status, 201);
  assert.equal(http(device).headers.get('location'), `${base}/Device/${device.id}/_history/1`);
  assert.equal(http(device).headers.get('etag'), 'W/"1"');
  assert.deepEqual([device.lotNumber, device.meta.versionId], ['1', '1']);
});

await step('conditional create', async () => {
  const again = await client.create({ resourceType: 'Device', body: logger('K-1', '7'), options: { headers: { 'If-None-Exist': 'identifier=urn:logger|K-1' } } });
  assert.equal(http(again).status, 200);
  assert.deepEqual([again.id, again.lotNumber], [device.id, '1']);
});

await step('read', async () => {
  assert.deepEqual(await client.read({ resourceType: 'Device', id: device.id }), device);
});

await step('update', async () => {
  const changed = await client.update({ resourceType: 'Device', id: device.id, body: { ...device, lotNumber: '2' }, options: { headers: { 'If-Match': 'W/"1"' } } });
  assert.deepEqual([changed.lotNumber, changed.meta.versionId], ['2', '2']);
  const late = await fault(() => client.update({ resourceType: 'Device', id: device.id, body: { ...device, lotNumber: '3' }, options: { headers: { 'If-Match': 'W/"1"' } } }));
  assert.deepEqual([late.response.status, issue(late.response.data)[0]], [412, 'version-conflict']);
});

await step('conditional update', async () => {
  const { id, ...body } = device;
  const changed = await client.update({ resourceType: 'Device', searchParams: { identifier: 'urn:logger|K-1' }, body: { ...body, lotNumber: '3' } });
  assert.deepEqual([changed.id, changed.lotNumber, changed.meta.versionId], [id, '3', '3']);
});

await step('patch', async () => {
  const patched = await client.patch({ resourceType: 'Device', id: device.id, jsonPatch: [{ op: 'test', path: '/lotNumber', value: '3' }, { op: 'replace', path: '/lotNumber', value: '4' }] });
  assert.deepEqual([patched.lotNumber, patched.meta.versionId], ['4', '4']);
});

await step('vread', async () => {
  assert.deepEqual(await client.vread({ resourceType: 'Device', id: device.id, version: '1' }), device);
});

await step('history', async () => {
  const { entry } = await client.history({ resourceType: 'Device', id: device.id });
  assert.deepEqual(entry.map((one) => one.resource.lotNumber), ['4', '3', '2', '1']);
  assert.equal((await client.history({ resourceType: 'Device' })).entry.length, 4);
});

await step('search', async () => {
  for (let number = 2; number <= 7; number++) await client.create({ resourceType: 'Device', body: logger(`K-${number}`) });
  const numbers = [];
  let pages = 0;
  for (let bundle = await client.search({ resourceType: 'Device', searchParams: { _count: 3, _sort: '_lastUpdated' } }); bundle; bundle = await client.nextPage({ bundle })) {
    assert.equal(bundle.total, 7);
    numbers.push(...bundle.entry.map((one) => one.resource.identifier[0].value));
    pages++;
  }

  assert.deepEqual([pages, numbers.sort()], [3, ['K-1', 'K-2', 'K-3', 'K-4', 'K-5', 'K-6', 'K-7']]);
  const posted = await client.search({ resourceType: 'Device', searchParams: { identifier: 'urn:logger|K-5' }, options: { postSearch: true } });
  assert.deepEqual(posted.entry.map((one) => one.resource.identifier[0].value), ['K-5']);
});

await step('transaction', async () => {
  const site = 'urn:uuid:8a1f1f4e-0000-4000-8000-000000000001';
  const { entry } = await client.transaction({
    body: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { resource: { resourceType: 'Location', name: 'Freezer', managingOrganization: { reference: site } }, request: { method: 'POST', url: 'Location' } },
        { fullUrl: site, resource: { resourceType: 'Organization', identifier: [{ value: 'O-1' }], name: 'Site' }, request: { method: 'POST', url: 'Organization', ifNoneExist: 'identifier=O-1' } },
      ],
    },
  });
  const [location, organization] = entry.map((one) => one.response.location.split('/').slice(0, 2).join('/'));
  const freezer = await client.resolve({ reference: location });
  assert.equal(freezer.managingOrganization.reference, organization);
  assert.equal((await client.resolve({ reference: freezer.managingOrganization.reference })).name, 'Site');
});

await step('batch', async () => {
  const { type, entry } = await client.batch({
    body: {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [
        { request: { method: 'GET', url: `Device/${device.id}` } },
        { request: { method: 'GET', url: 'Device?identifier=K-3' } },
        { resource: logger('K-8'), request: { method: 'POST', url: 'Device' } },
        { request: { method: 'DELETE', url: 'Device?identifier=K-7' } },
        { request: { method: 'GET', url: 'Device/nobody' } },
      ],
    },
  });
  assert.equal(type, 'batch-response');
  assert.deepEqual(entry.map((one) => one.response.status.slice(0, 3)), ['200', '200', '201', '204', '404']);
  assert.equal(entry[0].resource.lotNumber, '4');
  assert.deepEqual(entry[1].resource.entry.map((one) => one.resource.identifier[0].value), ['K-3']);
  assert.equal(issue(entry[4].response.outcome)[0], 'not-found');
});

await step('operation', async () => {
  const found = await client.operation({ name: 'validate', resourceType: 'Device', input: logger('K-9') });
  assert.deepEqual([found.resourceType, issue(found)[0]], ['OperationOutcome', 'valid']);
});

await step('delete', async () => {
  assert.equal(http(await client.delete({ resourceType: 'Device', id: device.id })).status, 204);
  const gone = await fault(() => client.read({ resourceType: 'Device', id: device.id }));
  assert.deepEqual([gone.response.status, issue(gone.response.data)[0]], [410, 'deleted']);
});

await step('errors', async () => {
  const refused = async (work) => {
    const { response } = await fault(work);
    return [response.status, ...issue(response.data)];
  };

  assert.deepEqual(await refused(() => client.read({ resourceType: 'Device', id: 'nobody' })), [404, 'not-found', undefined]);
  assert.deepEqual(await refused(() => client.create({ resourceType: 'Organization', body: { resourceType: 'Organization', contact: [{ name: { text: 'A B' } }] } })), [422, 'person-in-record', 'Organization']);
  assert.deepEqual(await refused(() => client.create({ resourceType: 'Procedure', body: { resourceType: 'Procedure', status: 'completed', subject: { reference: 'Patient/1' } } })), [422, 'required', 'Procedure.basedOn']);
  assert.equal((await refused(() => client.search({ resourceType: 'Device', searchParams: { colour: 'red' } })))[1], 'unknown-query-parameter');
  assert.equal((await refused(() => client.search({ searchParams: { _id: '1' } })))[0], 405);
});

finish();
