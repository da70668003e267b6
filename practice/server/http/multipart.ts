/** The bytes of the first file in a multipart form, as the SDK uploads it; undefined for any other body. */
export function multipartFile(body: Buffer, contentType: string): Buffer | undefined {
  const [, boundary] = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(contentType) ?? [];
  if (!boundary) return undefined;
  const mark = Buffer.from(`--${boundary}`);
  const headers = body.indexOf('filename=');
  if (headers < 0) return undefined;
  const start = body.indexOf('\r\n\r\n', headers);
  const end = body.indexOf(mark, start);
  return start < 0 || end < 0 ? undefined : body.subarray(start + 4, end - 2);
}
