/** An authority of the test's own and what it signs, made by the openssl program. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { giveToServer, serverFolder } from "./cluster.ts";

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Disposable {
  /** The authority's own certificate, for `sslrootcert`. */
  readonly ca: string;
  /** For names such as `DNS:db.example.com` or `IP:10.0.0.7`, or for a client by its common name. */
  sign(commonName: string, names?: readonly string[]): Certificate;
}

const openssl = (...args: string[]): Buffer => execFileSync("openssl", args, { stdio: "pipe" });

export function createAuthority(): Authority {
  const folder = serverFolder();
  const at = (name: string): string => join(folder, name);
  const [ca, caKey] = [at("ca.crt"), at("ca.key")];
  const fresh = ["req", "-new", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  openssl(...fresh, "-x509", "-days", "30", "-subj", "/CN=authority", "-keyout", caKey, "-out", ca);
  return {
    ca,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
    sign(commonName, names = []) {
      const [cert, key, request, extensions] = ["crt", "key", "csr", "ext"].map((ending) =>
        at(`${commonName}.${ending}`),
      );
      if (!cert || !key || !request || !extensions) throw new Error("four names were made");
      writeFileSync(extensions, names.length > 0 ? `subjectAltName=${names.join(",")}\n` : "");
      openssl(...fresh, "-subj", `/CN=${commonName}`, "-keyout", key, "-out", request);
      const signing = ["-CA", ca, "-CAkey", caKey, "-CAcreateserial", "-days", "30", "-extfile", extensions];
      openssl("x509", "-req", "-in", request, ...signing, "-out", cert);
      giveToServer(cert, key);
      return { cert, key };
    },
  };
}
