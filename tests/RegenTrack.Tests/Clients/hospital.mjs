// What each of the clients is given: where the server is, and a key pair that the administrator has registered.
import assert from 'node:assert/strict';
import { createPrivateKey, randomUUID, sign } from 'node:crypto';

export const base = process.env.FHIR_BASE;
const key = JSON.parse(process.env.CLIENT_KEY);
const done = [];

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function configuration() {
  return (await fetch(`${base}/.well-known/smart-configuration`)).json();
}

/** A signed JWT as SMART Backend Services has it. */
export async function assertion() {
  const now = Math.floor(Date.now() / 1000);
  const { token_endpoint: aud } = await configuration();
  const content = `${part({ alg: 'RS384', kid: key.kid, typ: 'JWT' })}.${part({ iss: process.env.CLIENT_ID, sub: process.env.CLIENT_ID, aud, exp: now + 240, iat: now, jti: randomUUID() })}`;
  const signature = sign('sha384', Buffer.from(content), createPrivateKey({ key, format: 'jwk' }));
  return `${content}.${signature.toString('base64url')}`;
}

/** An access token, for a client that leaves getting one to whoever uses it. */
export async function token(scope) {
  const { token_endpoint } = await configuration();
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(),
      ...(scope && { scope }),
    }),
  });
  const body = await answer.json();
  assert.equal(answer.status, 200, JSON.stringify(body));
  assert.equal(body.token_type.toLowerCase(), 'bearer');
  return body;
}

/** One interaction; its name is told when what it asserts holds. */
export async function step(name, work) {
  try {
    await work();
  } catch (fault) {
    console.error(`${name}: ${fault.stack}\n${JSON.stringify(fault.response?.data ?? fault.outcome ?? fault.message)}`);
    process.exit(1);
  }

  done.push(name);
}

/** The fault that work ends in. */
export async function fault(work) {
  try {
    await work();
  } catch (caught) {
    return caught;
  }

  assert.fail('It should have been refused.');
}

/** The stable code and the place of the first issue. */
export const issue = (outcome) => [outcome.issue[0].details.coding[0].code, outcome.issue[0].expression?.[0]];

export const logger = (number, lot = '1', more = {}) => ({ resourceType: 'Device', identifier: [{ system: 'urn:logger', value: number }], lotNumber: lot, ...more });

export function finish() {
  console.log(JSON.stringify(done));
}
