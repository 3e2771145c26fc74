/** The peer (e): the same number of bytes from memory. What node:http alone costs. It runs as a process of its own. */
import { createServer } from 'node:http';

const bodies = new Map<number, Buffer>();

createServer((request, response) => {
  const size = Number(new URL(request.url!, 'http://localhost').searchParams.get('size'));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': size });
  response.end(bodyOf(size));
}).listen(Number(process.env.PORT), '127.0.0.1');

function bodyOf(size: number): Buffer {
  const known = bodies.get(size);
  if (known) return known;
  const made = Buffer.alloc(size, '{"data":null}\n');
  bodies.set(size, made);
  return made;
}
