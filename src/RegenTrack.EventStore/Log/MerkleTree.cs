using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;

namespace RegenTrack.EventStore.Log;

/// <summary>The hashes of RFC 9162, section 2.1: SHA-256, leaves marked by 0, nodes by 1.</summary>
public static class MerkleTree
{
    public const int HashSize = 32;

    /// <summary>The root of an empty tree.</summary>
    public static readonly byte[] Empty = SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        var marked = ArrayPool<byte>.Shared.Rent(data.Length + 1);
        marked[0] = 0;
        data.CopyTo(marked.AsSpan(1));
        var hash = SHA256.HashData(marked.AsSpan(0, data.Length + 1));
        ArrayPool<byte>.Shared.Return(marked);
        return hash;
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + HashSize * 2];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashSize)..]);
        return SHA256.HashData(both);
    }

    /// <summary>The root over a power of two of hashes that lie one after another.</summary>
    public static byte[] Perfect(ReadOnlySpan<byte> hashes) => hashes.Length == HashSize
        ? hashes.ToArray()
        : Node(Perfect(hashes[..(hashes.Length / 2)]), Perfect(hashes[(hashes.Length / 2)..]));

    /// <summary>Whether a leaf is at an index of a tree of a size and root (RFC 9162, 2.1.3.2).</summary>
    public static bool Includes(long size, ReadOnlySpan<byte> root, long index, byte[] leaf, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (position, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((position & 1) == 1 || position == last)
            {
                hash = Node(sibling, hash);
                while ((position & 1) == 0 && position != 0)
                {
                    (position, last) = (position >> 1, last >> 1);
                }
            }
            else
            {
                hash = Node(hash, sibling);
            }

            (position, last) = (position >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether a tree of a later size only added to an earlier one (RFC 9162, 2.1.4.2).</summary>
    public static bool Extends(long earlier, ReadOnlySpan<byte> earlierRoot, long later, ReadOnlySpan<byte> laterRoot, IReadOnlyList<byte[]> path)
    {
        if (earlier == later)
        {
            return path.Count == 0 && earlierRoot.SequenceEqual(laterRoot);
        }

        if (earlier <= 0 || earlier > later || path.Count == 0)
        {
            return earlier == 0 && path.Count == 0;
        }

        IEnumerable<byte[]> steps = BitOperations.IsPow2(earlier) ? path.Prepend(earlierRoot.ToArray()) : path;
        var (position, last) = (earlier - 1, later - 1);
        while ((position & 1) == 1)
        {
            (position, last) = (position >> 1, last >> 1);
        }

        var first = steps.First();
        var (old, now) = (first, first);
        foreach (var step in steps.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((position & 1) == 1 || position == last)
            {
                (old, now) = (Node(step, old), Node(step, now));
                while ((position & 1) == 0 && position != 0)
                {
                    (position, last) = (position >> 1, last >> 1);
                }
            }
            else
            {
                now = Node(now, step);
            }

            (position, last) = (position >> 1, last >> 1);
        }

        return last == 0 && earlierRoot.SequenceEqual(old) && laterRoot.SequenceEqual(now);
    }

    /// <summary>The largest power of two smaller than a size above 1.</summary>
    internal static long Split(long size) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(size - 1)));
}
