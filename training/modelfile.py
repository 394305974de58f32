"""Names and bytes of the engine's model file (docs/model-format.md): the reader's parameters under the file's names, and back."""
import json

import numpy as np
import torch

ALIGN = 64
MAGIC = b"TACITUS\x02"
NAMES = {"word.weight": "embedding.word", "position.weight": "embedding.position", "shape.weight": "embedding.shape",
         "norm.weight": "embedding.norm.weight", "norm.bias": "embedding.norm.bias"}


def file_name(name):
    """What the file calls the reader's parameter `name`."""
    if name.startswith("layers."):
        _, layer, rest = name.split(".", 2)
        for old, new in (("attention_out", "attention.out"), ("attention_norm", "attention.norm"), ("ffn_in", "ffn.in"),
                         ("ffn_out", "ffn.out"), ("ffn_norm", "ffn.norm")):
            rest = rest.replace(old, new)
        return f"encoder.{layer}.{rest}"
    if name.startswith("crf."):
        return "attribution." + name.split(".", 1)[1]
    for part in ("arc", "rel", "link", "coref", "pair"):
        if name.startswith(part + "_"):
            return part + "." + name[len(part) + 1:]
    return NAMES.get(name, name)


def read(path):
    """Header and tensors (float32) of a model file."""
    data = open(path, "rb").read()
    if not data.startswith(MAGIC[:7]):  # any version: what a file lacks is told by start_from
        raise SystemExit(f"{path} is no model file")
    end = 16 + int.from_bytes(data[8:16], "little")
    header = json.loads(data[16:end])
    out = {}
    for name, entry in header["tensors"].items():
        at, shape = end + entry["offset"], entry["shape"]
        if entry["type"] == "f32":
            out[name] = np.frombuffer(data, "<f4", int(np.prod(shape)), at).reshape(shape)
        else:
            scale = np.frombuffer(data, "<f4", shape[0], at)
            bytes_at = at + -(-4 * shape[0] // ALIGN) * ALIGN
            q = np.frombuffer(data, np.int8, shape[0] * shape[1], bytes_at).reshape(shape)
            out[name] = q.astype(np.float32) * scale[:, None]
    return header, out


def replaced(data, prefix, held):
    """Header and body of a model file's bytes with the tensors under `prefix` replaced by those of `held` (as np.load gives them: a
    matrix with NAME.scale beside it is in eight bits), and the new tensors' values by name."""
    end = 16 + int.from_bytes(data[8:16], "little")
    header = json.loads(data[16:end])
    body, values, tensors = bytearray(), {}, {}

    def lay(name, entry, raw):
        body.extend(b"\0" * (-len(body) % ALIGN))
        tensors[name] = entry | {"offset": len(body), "bytes": len(raw)}
        body.extend(raw)

    for name, entry in sorted(header["tensors"].items(), key=lambda x: x[1]["offset"]):
        if not name.startswith(prefix):
            at = end + entry["offset"]
            lay(name, entry, data[at:at + entry["bytes"]])
    for name in held.files:
        if name.endswith(".scale"):
            continue
        value = held[name]
        if name + ".scale" in held.files:
            scale = held[name + ".scale"]
            raw = scale.astype("<f4").tobytes()
            raw += b"\0" * (-len(raw) % ALIGN) + value.tobytes()
            values[name] = value.astype(np.float32) * scale[:, None]
        else:
            raw = value.astype("<f4").tobytes()
            values[name] = value.astype(np.float32)
        lay(name, {"shape": list(value.shape), "type": "q8" if name + ".scale" in held.files else "f32"}, raw)
    header["tensors"] = tensors
    return header, body, values


def write(path, data, header, body):
    """Writes a model file; `data` are the bytes of one of the same version."""
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(16 + len(text)) % ALIGN)
    with open(path, "wb") as out:
        out.write(data[:8] + len(text).to_bytes(8, "little") + text + bytes(body))
    print(f"{path}: {16 + len(text) + len(body)} bytes")


def join(model, npz, head, self_tests, out):
    """Writes to `out` the model file `model` with the tensors of a head out of `npz`. `head` is (tensors' prefix, key of its hidden
    size in config, key of its self-tests), `self_tests` makes those of header, model and the tensors' values by name."""
    prefix, size, tests = head
    with open(model, "rb") as file:
        data = file.read()
    held = np.load(npz)
    header, body, values = replaced(data, prefix + ".", held)
    header["config"][size] = int(held[prefix + ".in.bias"].shape[0])
    header[tests] = self_tests(header, model, values)
    write(out, data, header, body)


def start_from(reader, path):
    """Gives `reader` the parameters that a model file has; the names of those that it lacks."""
    header, found = read(path)
    state, missing = reader.state_dict(), []
    for name, value in state.items():
        given = found.get(file_name(name))
        if given is None or list(given.shape) != list(value.shape):
            missing.append(name)
        else:
            state[name] = torch.from_numpy(np.array(given))
    reader.load_state_dict(state)
    return missing
