using System.Text;
using RegenTrack.EventStore.Log;

namespace RegenTrack.EventStore.Tests.Log;

public sealed class MerkleTreeTests(Server server)
{
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void roots_are_those_of_the_published_reference_leaves(int size, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(Naive([.. Reference.Take(size).Select(leaf => MerkleTree.Leaf(leaf))])));

    [Fact]
    public async Task tiles_give_the_same_roots_and_every_proof_holds_and_no_other()
    {
        await using var bank = await Bank.Open(server);
        var leaves = Enumerable.Range(0, 1100).Select(number => MerkleTree.Leaf(Encoding.UTF8.GetBytes($"leaf {number}"))).ToList();
        var roots = new Dictionary<int, byte[]>();
        var size = 0;
        foreach (var count in new[] { 1, 1, 5, 249, 1, 255, 1, 500, 87 })
        {
            var (statements, root) = await new LogTiles(bank.Store.Database).Append(size, [.. leaves.Skip(size).Take(count).Select((leaf, index) => (size + index + 1L, leaf))], Bank.Now);
            await using var batch = bank.Store.Database.CreateBatch();
            foreach (var statement in statements)
            {
                batch.BatchCommands.Add(statement);
            }

            await batch.ExecuteNonQueryAsync(Bank.Now);
            size += count;
            Assert.Equal(Naive([.. leaves.Take(size)]), root);
            roots.Add(size, root);
        }

        var proofs = new LogProofs(bank.Store.Database);
        foreach (var (later, root) in roots)
        {
            foreach (var index in new[] { 0, 1, 6, 255, 256, 257, 511, 512, later - 1 }.Where(index => index < later))
            {
                var proof = (await proofs.Inclusion(index + 1, new TreeHead(later, root, later, default, "", []), Bank.Now))!;
                Assert.Equal((index, (long)later), (proof.Index, proof.Size));
                Assert.True(MerkleTree.Includes(later, root, index, leaves[index], proof.Path));
                Assert.False(MerkleTree.Includes(later, root, index, leaves[(index + 1) % leaves.Count], proof.Path));
                Assert.False(MerkleTree.Includes(later, root, index + 1, leaves[index], proof.Path));
            }

            foreach (var (earlier, before) in roots.Where(pair => pair.Key <= later))
            {
                var proof = await proofs.Consistency(earlier, later, Bank.Now);
                Assert.True(MerkleTree.Extends(earlier, before, later, root, proof));
                Assert.False(MerkleTree.Extends(earlier, MerkleTree.Node(before, before), later, root, proof));
            }
        }
    }

    // The leaves that implementations of Certificate Transparency test each other with.
    private static readonly byte[][] Reference =
    [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
    ];

    /// <summary>MTH of RFC 9162, 2.1.1, word for word.</summary>
    private static byte[] Naive(byte[][] leaves)
    {
        if (leaves.Length <= 1)
        {
            return leaves.Length == 0 ? MerkleTree.Empty : leaves[0];
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return MerkleTree.Node(Naive(leaves[..split]), Naive(leaves[split..]));
    }
}
