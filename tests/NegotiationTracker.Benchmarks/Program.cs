Console.WriteLine("The benchmarks come with the first measured pages.");
