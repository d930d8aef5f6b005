"""Brotli in two parts: what many files begin with is compressed once, and each file goes on from there.

The package compresses whole files only. The library in it, which it pins with its hashes, can be asked for more:
https://github.com/google/brotli/blob/v1.2.0/c/include/brotli/encode.h, BROTLI_PARAM_STREAM_OFFSET.
"""

import ctypes

import _brotli

_MODE, _QUALITY, _WINDOW, _STREAM_OFFSET = 0, 1, 2, 9
_TEXT = 1
_FLUSH, _FINISH = 1, 2
_LOOKS_BACK = 19
"""How far, as a power of two, and the same for all parts; an encoder takes memory for all of it."""
_ROOM = 64
"""Bytes that a flush may write beyond what the library says is the most for a whole file."""

_pointer, _size = ctypes.c_void_p, ctypes.c_size_t
_library = ctypes.CDLL(_brotli.__file__)  # its calls let other threads run
_create, _destroy = _library.BrotliEncoderCreateInstance, _library.BrotliEncoderDestroyInstance
_create.restype, _create.argtypes, _destroy.argtypes = _pointer, [_pointer] * 3, [_pointer]
_set = _library.BrotliEncoderSetParameter
_set.argtypes = [_pointer, ctypes.c_int, ctypes.c_uint32]
_compress, _has_more = _library.BrotliEncoderCompressStream, _library.BrotliEncoderHasMoreOutput
_compress.argtypes, _has_more.argtypes = [_pointer, ctypes.c_int, *[_pointer] * 5], [_pointer]
_most = _library.BrotliEncoderMaxCompressedSize
_most.restype, _most.argtypes = _size, [_size]


def compressed_beginning(content: bytes, quality: int) -> bytes:
    """Return what the compressed form of a text begins with that begins with `content`."""
    return _part(content, _FLUSH, {_QUALITY: quality})


def compressed_rest(content: bytes, offset: int, quality: int) -> bytes:
    """Return how the compressed form goes on after a beginning of `offset` bytes (one or more)."""
    return _part(content, _FINISH, {_QUALITY: quality, _STREAM_OFFSET: offset})


def _part(content: bytes, operation: int, parameters: dict[int, int]) -> bytes:
    encoder = _create(None, None, None)
    try:
        for name, value in {_MODE: _TEXT, _WINDOW: _LOOKS_BACK, **parameters}.items():
            if not _set(encoder, name, value):
                raise ValueError(f"Brotli does not take {value} for its parameter {name}")
        room = _most(len(content)) + _ROOM
        form = ctypes.create_string_buffer(room)
        unread, unused = _size(len(content)), _size(room)
        reads, writes = ctypes.c_char_p(content), _pointer(ctypes.addressof(form))
        pointers = (ctypes.byref(one) for one in (unread, reads, unused, writes))
        if not _compress(encoder, operation, *pointers, None) or unread.value or _has_more(encoder):
            raise ValueError(f"Brotli could not compress {len(content)} bytes")
        return form.raw[: room - unused.value]
    finally:
        _destroy(encoder)
