namespace RegenTrack.EventStore.Log;

/// <summary>A tree that leaves are added to one after another, of which only the right edge is kept.</summary>
internal sealed class RunningTree
{
    private readonly Stack<(int Height, byte[] Hash)> _edge = [];

    public long Size { get; private set; }

    public void Add(byte[] leaf)
    {
        var (height, hash) = (0, leaf);
        while (_edge.TryPeek(out var left) && left.Height == height)
        {
            (height, hash) = (height + 1, MerkleTree.Node(_edge.Pop().Hash, hash));
        }

        _edge.Push((height, hash));
        Size++;
    }

    public byte[] Root() => Size == 0 ? MerkleTree.Empty : _edge.Skip(1).Aggregate(_edge.Peek().Hash, (right, left) => MerkleTree.Node(left.Hash, right));
}
